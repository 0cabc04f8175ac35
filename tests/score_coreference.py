#!/usr/bin/env python3
"""Scores which names mean the same: GUM's entity marks against what quoth made of the same texts.

  score_coreference.py text TREES...         writes {"id", "text"} a document, to be given to quoth
  score_coreference.py score PRED TREES...   PRED: quoth's JSONL of these texts, offsets in code points
      --errors N                             also lists N links too many and N too few

TREES are CoNLL-U files whose MISC column has GUM's `Entity=` marks. A gold name is a mention of a person, place or
organisation whose head is a proper noun, together with the proper nouns beside its head; one inside a longer name (Chicago
in University of Chicago) is left out. It is found if one of quoth's names covers its head. Printed are, over the names found,
B3 (Bagga and Baldwin 1998), LEA (Moosavi and Strube 2016) and F of pairs; then LEA over all gold names, found or not, and
all of quoth's names that lie on gold ones.
"""
import argparse
import collections
import itertools
import json
import re

TYPES = {"person": "PERSON", "place": "LOCATION", "organization": "ORGANIZATION"}
MARK = re.compile(r"\((\d+)-([a-z]+)-[^-]*-[^-]*-[^-]*-([0-9,]+)-[^()]*(\)?)|(\d+)\)")
JOINERS = {"of", "the", "and", "for", "de", "del", "la", "von", "van", "&", "-", "'s", "."}


class Token:
    def __init__(self, form, tag, start, end):
        self.form, self.tag, self.start, self.end = form, tag, start, end


class Document:
    def __init__(self, name):
        self.id, self.text, self.tokens, self.mentions, self.open = name, "", [], [], collections.defaultdict(list)

    def add_mark(self, mark, at):
        """A mention is (entity, type, first token, last token, head)."""
        if mark.group(5):
            if self.open[mark.group(5)]:
                self.close(mark.group(5), at)
            return
        self.open[mark.group(1)].append((mark.group(2), at, int(mark.group(3).split(",")[0])))
        if mark.group(4):
            self.close(mark.group(1), at)

    def close(self, entity, at):
        kind, first, head = self.open[entity].pop()
        self.mentions.append((entity, kind, first, at, first + head - 1))


def read(paths):
    documents = {}
    for path in paths:
        document, covered, gap = None, 0, ""
        for line in open(path, encoding="utf-8"):
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = documents[line[14:]] = Document(line[14:])
                gap = ""
            elif line.startswith("# newpar") and document.text:
                gap = "\n\n"
            elif not line:
                covered = 0
            if not line or line.startswith("#"):
                continue
            number, form, _, tag, _, _, _, _, _, misc = line.split("\t")
            if "." in number:
                continue
            space = "" if "SpaceAfter=No" in misc else " "
            if "-" in number:
                covered = int(number.split("-")[1])
                start = len(document.text) + len(gap)
                document.text += gap + form
                span, gap = (start, start + len(form)), space
                continue
            if int(number) > covered:
                start = len(document.text) + len(gap)
                document.text += gap + form
                span, gap = (start, start + len(form)), space
            at = len(document.tokens)
            document.tokens.append(Token(form, tag, *span))
            for value in re.findall(r"Entity=([^\t]*?)(?:\||$)(?![a-z])", misc):
                for mark in MARK.finditer(value):
                    document.add_mark(mark, at)
    return documents


def gold_names(document):
    """(entity, type, start, end, head's start) of each name, none inside another."""
    names = []
    tokens = document.tokens
    for entity, kind, first, last, head in document.mentions:
        if kind not in TYPES or head > last or tokens[head].tag != "PROPN":
            continue
        begin = end = head
        for step in (-1, 1):
            at = head
            while first <= at + step <= last:
                at += step
                if tokens[at].tag == "PROPN":
                    begin, end = min(begin, at), max(end, at)
                elif tokens[at].form.lower() not in JOINERS:
                    break
        names.append((begin, end, head, entity, kind))
    names.sort(key=lambda n: (n[0], -n[1]))
    kept = []
    for name in names:
        if not kept or name[1] > kept[-1][1]:
            kept.append(name)
    return [(e, TYPES[k], tokens[b].start, tokens[z].end, tokens[h].start) for b, z, h, e, k in kept]


def pair_up(gold, found):
    """Each gold name with the quoth name over its head."""
    pairs = {}
    for g, (_, _, _, _, head) in enumerate(gold):
        for f, mention in enumerate(found):
            if mention["start"] <= head < mention["end"] and f not in pairs.values():
                pairs[g] = f
                break
    return pairs


def clusters(labels):
    groups = collections.defaultdict(set)
    for item, label in labels.items():
        groups[label].add(item)
    return list(groups.values())


def links(n):
    return n * (n - 1) // 2 if n > 1 else n


def lea(of, against):
    """How much of the clusters `of` is in the clusters `against`: (sum, size)."""
    total = 0.0
    for cluster in of:
        common = 0
        for other in against:
            both = len(cluster & other)
            common += (1 if len(cluster) == len(other) == 1 and both else 0) if len(cluster) == 1 else links(both) if both > 1 else 0
        total += len(cluster) * common / links(len(cluster))
    return total, sum(map(len, of))


def b_cubed(of, against):
    total = sum(len(c & o) ** 2 / len(c) for c in of for o in against)
    return total, sum(map(len, of))


def pairs_of(of, against):
    return sum(links(len(c & o)) for c in of for o in against if len(c & o) > 1), sum(links(len(c)) for c in of if len(c) > 1)


class Tally:
    def __init__(self, measure):
        self.measure, self.p, self.r = measure, [0, 0], [0, 0]

    def add(self, gold, found):
        for side, value in ((self.r, self.measure(gold, found)), (self.p, self.measure(found, gold))):
            side[0] += value[0]
            side[1] += value[1]

    def row(self):
        p, r = (100 * a / b if b else 0 for a, b in (self.p, self.r))
        return f"{p:6.1f} {r:6.1f} {2 * p * r / (p + r) if p + r else 0:6.1f}"


def errors_of(document, gold, labels, predicted, told):
    """Links that are in one of the two alone, told by quoth's words and types, once for each pair of them."""
    many, few = collections.Counter(), collections.Counter()
    for a, b in itertools.combinations(sorted(labels), 2):
        same, linked = labels[a] == labels[b], predicted[a] == predicted[b]
        if same == linked:
            continue
        words = sorted((told[a], told[b]))
        (few if same else many)[f"{document.id}: {gold[a][1]}: {words[0]} / {words[1]}"] += 1
    return many, few


def score(predicted_path, documents, errors):
    measures = [("B3", Tally(b_cubed)), ("LEA", Tally(lea)), ("pairs", Tally(pairs_of))]
    everything = Tally(lea)
    golds = found_count = 0
    many, few = collections.Counter(), collections.Counter()
    for line in open(predicted_path, encoding="utf-8"):
        prediction = json.loads(line)
        document = documents[prediction["id"]]
        gold = gold_names(document)
        found = [m for m in prediction["mentions"] if m["form"] == "name"]
        pairs = pair_up(gold, found)
        golds, found_count = golds + len(gold), found_count + len(pairs)
        labels = {g: gold[g][0] for g in pairs}
        predicted = {g: found[f]["entity"] for g, f in pairs.items()}
        for _, tally in measures:
            tally.add(clusters(labels), clusters(predicted))
        everything.add(clusters({g: n[0] for g, n in enumerate(gold)}), clusters(predicted))
        told = {g: f"{found[f]['type']} {' '.join(found[f]['text'].split())}" for g, f in pairs.items()}
        more, fewer = errors_of(document, gold, labels, predicted, told)
        many.update({k: 1 for k in more})
        few.update({k: 1 for k in fewer})
    print(f"gold names {golds}, found {found_count} ({100 * found_count / max(golds, 1):.1f} %)")
    print("                     P      R      F")
    for name, tally in measures:
        print(f"{name:15s} {tally.row()}")
    print(f"{'LEA, all names':15s} {everything.row()}")
    for title, counter in (("links too many", many), ("links too few", few)):
        if errors:
            print(f"\n{title}: {len(counter)}")
            for words, _ in sorted(counter.items())[:errors]:
                print("  " + words)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["text", "score"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    if options.what == "text":
        for document in read(options.files).values():
            print(json.dumps({"id": document.id, "text": document.text}, ensure_ascii=False))
    else:
        score(options.files[0], read(options.files[1:]), options.errors)


if __name__ == "__main__":
    main()
