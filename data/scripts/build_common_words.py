"""Builds en/words/common.txt from SCOWL levels and WordNet parts of speech."""

import os
import re

from listlib import NAME_FIRST, arguments, fail, read_text, scowl_words, source

LIMIT = 75000
FREQ = {10: 9, 20: 8, 35: 7, 40: 6, 50: 5, 55: 4, 60: 3, 70: 2}
VOWELS = "aeiou"

FUNCTION = set("""
a an the this that these those each every either neither some any no all both half such what which whose whatever
whichever another other others enough several many much more most few fewer fewest little less least own same
i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves one ones oneself who whom whoever whomever thou thee thy thine
ye somebody someone something anybody anyone anything nobody nothing everybody everyone everything none
about above across after against along alongside amid amidst among amongst around as aside at atop barring before
behind below beneath beside besides between betwixt beyond but by circa concerning considering despite down
during except excepting excluding following for from in including inside into like minus near next notwithstanding of off
on onto opposite out outside over past pending per plus regarding respecting round save since than through
throughout till to toward towards under underneath unlike until unto up upon versus via vis with within
without worth
and or nor so yet if unless whether because although though while whilst whereas lest once when whenever where
wherever whereby wherein whereupon provided supposing albeit
am is are was were be been being do does did doing done have has had having will would shall should can could may might
must ought need dare used
not never ever also too very just only even still already again then there here hence thus therefore however moreover
furthermore nevertheless nonetheless meanwhile otherwise instead indeed rather quite almost perhaps maybe else how why
always often sometimes seldom soon now today tomorrow yesterday tonight away back ago
yes oh ah hello hey
aren't can't cannot couldn't didn't doesn't don't haven't isn't they're wasn't won't wouldn't you're ain't we're hadn't
hasn't he'd he'll i'd i'll i'm i've it'd it'll mustn't she'd she'll shouldn't they'd they'll they've we'd we'll we've
weren't you'd you'll you've he's she's it's that's there's here's what's who's where's how's let's needn't shan't
could've should've would've might've must've mightn't oughtn't that'd that'll there'll there'd who'd who'll who've
""".split())

CONTRACTIONS = {w for w in FUNCTION if "'" in w}


def wordnet(src):
    """letter -> set of lemmas, and letter -> {inflected form: True} of the exception lists."""
    folder = source(src, "wordnet-base", "usr", "share", "wordnet")
    lemmas, forms = {}, {}
    for letter, name in (("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv")):
        lemmas[letter] = set()
        for line in read_text(os.path.join(folder, "index." + name)).split("\n"):
            if line and not line.startswith(" "):
                word = line.split(" ", 1)[0]
                if "_" not in word:
                    lemmas[letter].add(word)
        forms[letter] = {}
        for line in read_text(os.path.join(folder, name + ".exc")).split("\n"):
            part = line.split()
            if len(part) >= 2:
                forms[letter][part[0]] = part[1:]
        if len(lemmas[letter]) < 3000:
            fail("WordNet index.%s is too small" % name)
    return lemmas, forms


def stems(word, letter):
    """Possible base forms of a regularly inflected word."""
    out = []
    if letter in "nv" and word.endswith("s") and not word.endswith("ss"):
        out.append(word[:-1])
        if word.endswith("es"):
            out.append(word[:-2])
        if word.endswith("ies"):
            out.append(word[:-3] + "y")
        if letter == "n" and word.endswith("men"):
            out.append(word[:-3] + "man")
    if letter == "n" and word.endswith("men"):
        out.append(word[:-3] + "man")
    if letter == "v":
        for end in ("ed", "ing"):
            if word.endswith(end) and len(word) > len(end) + 2:
                base = word[:-len(end)]
                out += [base, base + "e"]
                if len(base) > 2 and base[-1] == base[-2] and base[-1] not in VOWELS:
                    out.append(base[:-1])
                if end == "ed" and base.endswith("i"):
                    out.append(base[:-1] + "y")
                if base.endswith("ck"):
                    out.append(base[:-1])
    if letter in "ar":
        for end in ("er", "est"):
            if word.endswith(end) and len(word) > len(end) + 2:
                base = word[:-len(end)]
                out += [base, base + "e"]
                if len(base) > 2 and base[-1] == base[-2]:
                    out.append(base[:-1])
                if base.endswith("i"):
                    out.append(base[:-1] + "y")
    return out


def main():
    args = arguments(__doc__)
    words = scowl_words(args.src)
    lemmas, forms = wordnet(args.src)

    def pos_of(word):
        pos = ""
        for letter in "nvar":
            if word in lemmas[letter] or any(b in lemmas[letter] for b in forms[letter].get(word, ())) or any(
                    s in lemmas[letter] for s in stems(word, letter)):
                pos += letter
        if not pos and word.endswith("ly"):
            for stem in (word[:-2], word[:-2] + "le", word[:-3] + "y" if word.endswith("ily") else ""):
                if stem in lemmas["a"]:
                    pos = "r"
        if word in FUNCTION:
            pos += "f"
        return pos

    entries = []
    for word, level in words.items():
        if not re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", word):
            continue
        if len(word) == 1 and word != "a":
            continue
        entries.append([word, FREQ[level], pos_of(word), level])
    for word in sorted(FUNCTION):
        if word not in words:
            entries.append([word, 9, pos_of(word), 10])
    # Rare words that WordNet does not know go first when the list is too long.
    entries.sort(key=lambda e: (e[3], e[2] == "", e[0]))
    entries = entries[:LIMIT]
    lines = []
    for word, freq, pos, _ in entries:
        freq = min(freq, NAME_FIRST.get(word, 9))
        if word in CONTRACTIONS:
            freq = max(freq, 7)
        lines.append(word + "\tfreq=%d" % freq + ("\tpos=" + pos if pos else ""))
    lines.sort()
    head = ["# Common lower-case English words.",
            "# Source: SCOWL 2020.12.07 (levels 10 to 70), parts of speech from WordNet 3.0; built by build_common_words.py",
            "# freq: 9 most common .. 1; pos: n noun, v verb, a adjective, r adverb, f function word"]
    path = os.path.join(args.out, "en", "words", "common.txt")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write("\n".join(head + lines) + "\n")
    print("common.txt: %d rows" % len(lines))


if __name__ == "__main__":
    main()
