#!/usr/bin/env python3
"""measure_marked.py GOLD.jsonl PRED.jsonl [--speech] [--show]: how many marked stretches of direct speech are found.

A marked stretch is a part of a gold direct quote with quotation marks at both of its ends; it is found if a part of a
quote in PRED has exactly its letters and digits. Nested quotes do not count, nor, with --speech, those of which the gold
says that they are no speech. --show lists what is missed. Offsets are Unicode code points.
"""
import argparse
import json

MARKS = '"\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb\'`'


def load(path):
    with open(path, encoding='utf-8') as lines:
        return {d['id']: d for d in map(json.loads, lines)}


def trimmed(text, span):
    begin, end = span[:2]
    while begin < end and not text[begin].isalnum():
        begin += 1
    while end > begin and not text[end - 1].isalnum():
        end -= 1
    return begin, end


def is_marked(text, span):
    begin, end = span[:2]
    opens = text[begin] in MARKS or (begin > 0 and text[begin - 1] in MARKS)
    closes = text[end - 1] in MARKS or (end < len(text) and text[end] in MARKS)
    return opens and closes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('pred')
    parser.add_argument('--speech', action='store_true')
    parser.add_argument('--show', action='store_true')
    options = parser.parse_args()
    gold, pred = load(options.gold), load(options.pred)
    found = total = 0
    for name, doc in gold.items():
        text = doc['text']
        parts = {trimmed(text, s) for q in pred[name]['quotes'] for s in q.get('quoted') or q['content']}
        for quote in doc['quotes']:
            if quote['type'] != 'direct' or quote.get('nested'):
                continue
            if options.speech and quote.get('speech') is False:
                continue
            for span in quote['content']:
                begin, end = trimmed(text, span)
                if begin == end or not is_marked(text, span):
                    continue
                total += 1
                found += (begin, end) in parts
                if options.show and (begin, end) not in parts:
                    print(name, repr(text[max(0, begin - 60):begin] + '[' + text[begin:end] + ']' + text[end:end + 40]))
    print(f'marked stretches  {found} of {total}  {100 * found / max(total, 1):.1f}')


if __name__ == '__main__':
    main()
