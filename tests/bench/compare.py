#!/usr/bin/env python3
"""Compares the ratios that quoth_bench printed with those noted in noted.json: a quarter worse is a regression.

    python3 compare.py JSON
"""

import json
import os
import sys

from measure import Verdict


def main():
    found = json.loads(sys.argv[1])["ratios"]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "noted.json"), encoding="utf-8") as file:
        noted = json.load(file)["ratios"]
    verdict = Verdict()
    for name, ratio in noted.items():
        verdict.check(name, found[name], 1.25 * ratio, "times ICU's words; noted: %.3g" % ratio)
    verdict.end()


main()
