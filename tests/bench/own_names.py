#!/usr/bin/env python3
"""A million own names: how long they take to compile and to open, and how much slower texts become.

    python3 own_names.py PROGRAM [COUNT]
"""

import glob
import os
import random
import re
import sys
import tempfile

from measure import Verdict, fastest, run

HEADER = "surface\tcanonical\ttype\tsubtype\tprior\tids\tlang\tflags\n"


def syllables():
    return [a + b for a in "bdfghjklmnprstvz" for b in ("a", "e", "i", "o", "u", "ai", "or", "un", "el")]


def names(count):
    """Persons and firms, no two the same; some share words, as real ones do."""
    random.seed(1)
    parts = syllables()
    words = ["".join(random.sample(parts, random.randint(2, 3))).capitalize() for _ in range(count // 5)]
    in_news = sorted(set(re.findall(r"\b[A-Z][a-z]+\b", news(0.1))))  # so that the texts have many beginnings of names
    words += in_news * (count // 20 // len(in_news) + 1)
    seen = set()
    while len(seen) < count:
        if random.random() < 0.7:
            name = random.choice(words) + " " + random.choice(words)
        else:
            name = random.choice(words) + " " + random.choice(words) + " " + random.choice(["Ltd", "Group", "Union"])
        if name not in seen:
            seen.add(name)
            yield name


def news(megabytes):
    """The example articles over and over, at least that long."""
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples", "articles")
    texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob(os.path.join(root, "*.txt")))]
    one = "\n\n".join(texts) + "\n\n"
    return one * int(megabytes * 1e6 / len(one) + 1)


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000000
    verdict = Verdict()
    with tempfile.TemporaryDirectory() as folder:
        path = lambda name: os.path.join(folder, name)
        some = []
        with open(path("own.tsv"), "w", encoding="utf-8") as out:
            out.write(HEADER)
            for name in names(count):
                out.write("%s\t\tPERSON\t\t5\t\t\t\n" % name)
                if len(some) < 3:
                    some.append(name)
        seconds, memory, _ = run([program, "pack", "compile", path("own.tsv"), "-o", path("own.pack")])
        print("%d names: %.1f MB of text, %.1f MB compiled, %.0f MB of memory to compile" % (
            count, os.path.getsize(path("own.tsv")) / 1e6, os.path.getsize(path("own.pack")) / 1e6, memory))
        verdict.check("compile", seconds, 30, "s")
        with open(path("line.txt"), "w", encoding="utf-8") as out:
            out.write("It was %s who spoke.\n" % some[1])
        found = run([program, "--pack", path("own.pack"), "--to", "json", path("line.txt")])[2].decode()
        if '"%s"' % some[1] not in found:
            raise SystemExit("the name %s is not found" % some[1])
        with_pack = fastest([program, "--pack", path("own.pack"), path("line.txt")], 9)
        without = fastest([program, path("line.txt")], 9)
        verdict.check("open", (with_pack - without) * 1000, 50, "ms")
        with open(path("news.txt"), "w", encoding="utf-8") as out:
            out.write(news(1.5))
        slow = fastest([program, "--to", "json", "--pack", path("own.pack"), path("news.txt")], 5) - with_pack
        fast = fastest([program, "--to", "json", path("news.txt")], 5) - without
        verdict.check("analysis", slow / fast, 1.1, "times as long")
    verdict.end()


if __name__ == "__main__":
    main()
