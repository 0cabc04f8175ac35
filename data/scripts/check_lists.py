"""Checks the form of the gazetteers and word lists.

    python3 check_lists.py [FILE...]

Without files: all lists below the data folder.  Ends with status 1 when a list is at fault.
"""

import glob
import os
import re
import sys
import unicodedata

from listlib import HEADER

FLAGS = {"ambiguous", "upper", "m", "f"}


def check_gazetteer(path, text, report):
    lines = text.split("\n")
    if lines[0] != HEADER:
        report(path, 1, "first line is not the header")
    seen = {}
    for number, line in enumerate(lines[1:], 2):
        if line == "" and number == len(lines):
            continue
        cells = line.split("\t")
        if len(cells) != 8:
            report(path, number, "%d cells, expected 8" % len(cells))
            continue
        surface, canonical, kind, subtype, prior, ids, lang, flags = cells
        if not surface or surface != surface.strip():
            report(path, number, "empty surface or blanks around it")
        if canonical == surface:
            report(path, number, "canonical repeats the surface")
        if not kind:
            report(path, number, "no type")
        if not re.fullmatch(r"[0-9]", prior):
            report(path, number, "prior %r is not 0..9" % prior)
        if ids and not all(re.fullmatch(r"[a-z0-9-]+:[A-Za-z0-9-]+", i) for i in ids.split("|")):
            report(path, number, "bad ids %r" % ids)
        if lang and not re.fullmatch(r"[a-z]{2,3}", lang):
            report(path, number, "bad language %r" % lang)
        if flags and not set(flags.split(",")) <= FLAGS:
            report(path, number, "unknown flag in %r" % flags)
        key = (surface, kind, subtype)
        if key in seen:
            report(path, number, "same surface, type and subtype as line %d" % seen[key])
        seen[key] = number


def main():
    data = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    paths = sys.argv[1:] or sorted(glob.glob(os.path.join(data, "*", "gazetteers", "*.tsv")) +
                                   glob.glob(os.path.join(data, "*", "words", "*.txt")))
    faults = []

    def report(path, number, what):
        faults.append("%s:%d: %s" % (os.path.relpath(path), number, what))

    for path in paths:
        with open(path, "rb") as handle:
            raw = handle.read()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            report(path, 0, "not UTF-8: %s" % error)
            continue
        if not text.endswith("\n") or "\r" in text:
            report(path, 0, "must end with a line end and hold no carriage return")
        if unicodedata.normalize("NFC", text) != text:
            report(path, 0, "not in normal form C")
        if path.endswith(".tsv"):
            check_gazetteer(path, text, report)
        else:
            seen = {}
            for number, line in enumerate(text.split("\n"), 1):
                if line != line.rstrip():
                    report(path, number, "white space at the end")
                if line and not line.startswith("#"):
                    phrase = line.split("\t")[0]
                    if phrase in seen:
                        report(path, number, "same phrase as line %d" % seen[phrase])
                    seen[phrase] = number
    for fault in faults[:200]:
        print(fault)
    print("%d lists checked, %d faults" % (len(paths), len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
