#!/usr/bin/env python3
"""A text of 64 MiB through the program: that it takes twice as long as one of 32 MiB, and how much memory.

    python3 long_text.py PROGRAM [MIB]
"""

import os
import sys
import tempfile

from measure import Verdict, run
from own_names import news


def main():
    program = os.path.abspath(sys.argv[1])
    mib = int(sys.argv[2]) if len(sys.argv) > 2 else 64
    verdict = Verdict()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "news.txt")
        text = news(mib * 1.05).encode()
        figures = []
        for size in (mib // 2, mib):
            with open(path, "wb") as out:
                out.write(text[: size << 20])
            seconds, memory, output = run([program, "--to", "json", path], keep=False)
            print("%d MiB: %.1f CPU seconds, %.0f MB of memory, %.1f MB of JSON" % (
                size, seconds, memory, output / 1e6))
            figures.append((seconds, memory))
        verdict.check("64 MiB to 32 MiB", figures[1][0] / figures[0][0], 2.1, "times as long")
        verdict.check("memory", figures[1][1] / mib, 80, "bytes for each byte of text")
    verdict.end()


main()
