#!/usr/bin/env python3
"""corpora_to_jsonl.py CORPORA OUT : gathers the openly licensed name corpora as the labelled JSONL that `quoth train` reads.

CORPORA is a folder laid out as docs/evaluation.md says (ner/wikigold, ner/crossner_politics, ...). Writes OUT/NAME.jsonl, one
for each corpus: {"id", "text", "entities": [[start, end, type]], "weight", "misc"}; `misc` says whether names that are no
person, place or organisation are labelled too. Token files are joined to text by simple rules of spacing.
"""
import json
import os
import sys

TYPES = {"PER": "PERSON", "LOC": "LOCATION", "ORG": "ORGANIZATION", "ORGANIZATION": "ORGANIZATION", "PERSON": "PERSON",
         "LOCATION": "LOCATION", "MISC": "MISC"}
# (name, file, format, weight, whether MISC is labelled); tweets count less: they are far from news.
CORPORA = [
    ("wikigold", "ner/wikigold/all.detok.jsonl", "jsonl", 1.0, True),
    ("crossner_train", "ner/crossner_politics/train.tsv", "tsv", 1.0, True),
    ("crossner_dev", "ner/crossner_politics/dev.tsv", "tsv", 1.0, True),
    ("crossner_test", "ner/crossner_politics/test.tsv", "tsv", 1.0, True),
    ("btc_f", "ner/btc/f.tsv", "tsv", 0.3, False),
    ("btc_g", "ner/btc/g.tsv", "tsv", 0.3, False),
    ("wnut17_train", "ner/wnut17/train.tsv", "tsv", 0.3, True),
    ("wnut17_dev", "ner/wnut17/dev.tsv", "tsv", 0.3, True),
]
SENTENCES_A_DOCUMENT = 20
NO_SPACE_BEFORE = set(".,;:!?)]}%'’”") | {"'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m", "..."}
NO_SPACE_AFTER = set("([{$£€“#")


def read_sentences(path):
    """Sentences of a token file: lists of (token, tag)."""
    sentence = []
    for line in open(path, encoding="utf-8"):
        token, _, tag = line.rstrip("\n").partition("\t")
        if token and tag and token != "-DOCSTART-":
            sentence.append((token, tag))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def join_sentence(sentence, text, entities):
    """Appends a sentence to a text (a list of pieces of known length) and its names to `entities`."""
    length = sum(map(len, text))
    quote_open = False
    previous = ""
    current = None
    for position, (token, tag) in enumerate(sentence):
        glue = position == 0 or token in NO_SPACE_BEFORE or previous in NO_SPACE_AFTER
        if token == '"':
            glue = glue or quote_open
            quote_open = not quote_open
        elif previous == '"' and quote_open:
            glue = True
        piece = token if glue else " " + token
        start = length + len(piece) - len(token)
        length += len(piece)
        text.append(piece)
        if tag.startswith("B-") or tag.startswith("I-") and current is None:
            current = [start, length, TYPES[tag[2:]]]
            entities.append(current)
        elif tag.startswith("I-"):
            current[1] = length
        else:
            current = None
        previous = token
    text.append("\n")


def documents_from_tokens(name, path):
    text, entities, count, number = [], [], 0, 0
    for sentence in read_sentences(path):
        join_sentence(sentence, text, entities)
        count += 1
        if count == SENTENCES_A_DOCUMENT:
            yield {"id": f"{name}-{number}", "text": "".join(text), "entities": entities}
            text, entities, count, number = [], [], 0, number + 1
    if text:
        yield {"id": f"{name}-{number}", "text": "".join(text), "entities": entities}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    corpora, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    for name, path, form, weight, misc in CORPORA:
        full = os.path.join(corpora, path)
        if form == "jsonl":
            documents = (json.loads(line) for line in open(full, encoding="utf-8"))
        else:
            documents = documents_from_tokens(name, full)
        with open(os.path.join(out, name + ".jsonl"), "w", encoding="utf-8") as target:
            for document in documents:
                document["weight"], document["misc"] = weight, misc
                target.write(json.dumps(document, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
