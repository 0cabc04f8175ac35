#!/usr/bin/env python3
"""articles_to_jsonl.py ARTICLES OUT : converts the marked articles of data/en/training to labelled JSONL.

Writes OUT/own_train.jsonl and OUT/own_test.jsonl, a line an article: {"id", "text", "entities": [[start, end, type], ...],
"quotes": [{"content", "speaker", "cue", "addressee", "type", "speaker_name"}, ...]}, offsets in code points. Articles whose
number ends in 5 are the test. GUIDELINES.md in ARTICLES tells what the marks mean. Marks that cross, mark nothing or are
not closed are faults: they are printed as FILE:LINE: what, nothing is written, and the exit status is 1.
"""
import glob
import json
import os
import re
import sys

TYPES = {"P": "PERSON", "L": "LOCATION", "O": "ORGANIZATION", "M": "MISC"}
MARK = re.compile(r"<(/?)([PLOM]|[QSCA]\d+)(?: ([^<>]+))?>")


class Article:
    """The text without marks, and what each mark covers."""

    def __init__(self, path):
        self.path, self.faults = path, []
        self.text = ""
        self.spans = {}  # mark -> [[start, end], ...]
        self.named = {}  # speaker's mark -> the name given in it
        with open(path, encoding="utf-8") as source:
            self.read(source.read())

    def read(self, raw):
        done, is_open = 0, []
        for mark in MARK.finditer(raw):
            self.text += raw[done:mark.start()]
            done, (closes, what, name) = mark.end(), mark.groups()
            line = raw.count("\n", 0, mark.start()) + 1
            if not closes:
                is_open.append((what, len(self.text), line))
                if name:
                    self.named[what] = name
            elif not is_open or is_open[-1][0] != what:
                self.fault(line, f"</{what}> closes nothing")
            else:
                begin = is_open.pop()[1]
                if begin == len(self.text):
                    self.fault(line, f"<{what}> marks nothing")
                self.spans.setdefault(what, []).append([begin, len(self.text)])
        self.text += raw[done:]
        for what, _, line in is_open:
            self.fault(line, f"<{what}> is not closed")

    def fault(self, line, what):
        self.faults.append(f"{self.path}:{line}: {what}")

    def entities(self):
        return sorted([*span, TYPES[what]] for what, spans in self.spans.items() if what in TYPES for span in spans)

    def quotes(self):
        numbers = sorted({int(what[1:]) for what in self.spans if what[0] == "Q"})
        return [self.quote(number) for number in numbers]

    def quote(self, number):
        parts = [sorted(self.spans.get(f"{letter}{number}", [])) or None for letter in "QSCA"]
        content, speaker, cue, addressee = parts
        kind = self.kind(content)
        if speaker and not cue and self.text[speaker[0][1]:content[0][0]].strip() == ":":
            kind = "direct"  # a turn of a transcript
        name = self.named.get(f"S{number}") or speaker and self.speaker_name(speaker[0])
        return {"content": content, "speaker": speaker, "cue": cue, "addressee": addressee, "type": kind,
                "speaker_name": name or None, "speech": True, "nested": False}

    def kind(self, content):
        """direct: all letters stand between marks; mixed: some; indirect: none."""
        texts = [self.text[start:end] for start, end in content]
        if all(text[0] in "‘'" for text in texts):
            return "direct"
        letters = inside = 0
        for text in texts:
            is_open = False
            for character in text:
                if character in '"“”„«»':
                    is_open = not is_open if character == '"' else character in "“„«"
                elif character.isalnum():
                    letters, inside = letters + 1, inside + is_open
        if inside >= 0.98 * letters:
            return "direct"
        return "mixed" if inside or re.search("‘[^’]+’", " ".join(texts)) else "indirect"

    def speaker_name(self, speaker):
        """The first person named in the speaker's span, at its fullest in the text; else the name that fills it."""
        start, end = speaker
        within = [e for e in self.entities() if start <= e[0] and e[1] <= end]
        person = next((e for e in within if e[2] == "PERSON"), None)
        if person:
            last = self.text[person[0]:person[1]].split()[-1]
            names = [self.text[s:e] for s, e, kind in self.entities() if kind == "PERSON"]
            return max((name for name in names if name.split()[-1] == last), key=len)
        filling = (e for e in within if e[2] != "MISC" and e[1] - e[0] >= end - start - 4)
        return next((self.text[s:e] for s, e, _ in filling), None)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, out = sys.argv[1:]
    articles = [Article(path) for path in sorted(glob.glob(os.path.join(folder, "*_[0-9]*.txt")))]
    faults = [fault for article in articles for fault in article.faults]
    if faults:
        sys.exit("\n".join(faults))
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "own_train.jsonl"), "w", encoding="utf-8") as train, \
            open(os.path.join(out, "own_test.jsonl"), "w", encoding="utf-8") as test:
        for article in articles:
            name = os.path.splitext(os.path.basename(article.path))[0]
            line = {"id": "own/" + name, "text": article.text, "entities": article.entities(), "quotes": article.quotes()}
            is_test = re.search(r"_\d*5_", name + "_") is not None
            (test if is_test else train).write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
