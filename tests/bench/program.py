#!/usr/bin/env python3
"""Adds what the whole program takes to the JSON object of quoth_bench, and prints it: start, memory, threads.

    quoth_bench | python3 program.py PROGRAM          --documents N: of which memory must not grow (default: 20000)
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from measure import run
from own_names import news

LINE = "Mayor Ada Okoye said on Monday that the bridge would reopen.\n"
ARTICLE = 1000000  # bytes


def start_seconds(program, path):
    """From the process's start to the end of the answer for one line; the fastest of 20."""
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        subprocess.run([program, path], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - begin)
    return min(times)


def wall_seconds(program, threads, path):
    begin = time.perf_counter()
    output = subprocess.run([program, "--from", "jsonl", "--to", "jsonl", "--threads", str(threads), path],
                            stdout=subprocess.PIPE, check=True).stdout
    return time.perf_counter() - begin, output


def two_threads(program, path):
    """How many times as fast two threads are as one; the best of five. That both write the same is checked."""
    best = 0
    for _ in range(5):
        one, first = wall_seconds(program, 1, path)
        two, second = wall_seconds(program, 2, path)
        if first != second:
            raise SystemExit("two threads write something else than one")
        best = max(best, one / two)
    return best


def write_articles(path, count):
    article = json.dumps({"id": "a", "text": news(0.004)[:4000]}) + "\n"
    with open(path, "w", encoding="utf-8") as out:
        for _ in range(count):
            out.write(article)


def peak_of_documents(program, path, count):
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            out.write(json.dumps({"id": str(number), "text": LINE}) + "\n")
    return run([program, "--from", "jsonl", "--to", "jsonl", "--threads", "1", path], keep=False)[1]


def main():
    program = os.path.abspath(sys.argv[1])
    documents = int(sys.argv[sys.argv.index("--documents") + 1]) if "--documents" in sys.argv else 20000
    figures = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        path = lambda name: os.path.join(folder, name)
        with open(path("line.txt"), "w", encoding="utf-8") as out:
            out.write(LINE)
        with open(path("article.txt"), "wb") as out:
            out.write(news(ARTICLE / 1e6).encode()[:ARTICLE])
        write_articles(path("articles.jsonl"), 500)
        few = peak_of_documents(program, path("few.jsonl"), documents // 10)
        many = peak_of_documents(program, path("many.jsonl"), documents)
        figures["program"] = {
            "start_ms": round(start_seconds(program, path("line.txt")) * 1000, 2),
            "peak_mb_of_1_mb": round(run([program, "--to", "json", path("article.txt")], keep=False)[1], 1),
            "peak_mb_of_documents": round(many, 1),
            "peak_ratio_of_10_times_the_documents": round(many / few, 3),
            "two_threads": round(two_threads(program, path("articles.jsonl")), 2),
        }
    print(json.dumps(figures))


main()
