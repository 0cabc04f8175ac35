"""Builds en/gazetteers/given_names.tsv and surnames.tsv."""

import math
import os
import re

from listlib import (Row, arguments, census_names, cspell_people, faker_names, fold, is_latin, known_case,
                     scowl_words, CALENDAR, NAME_FIRST, ssa_names, strip_accents, surname_case, write_rows)

# Rarer names were measured to add nothing (docs/evaluation.md).
SURNAMES = 38000
LEAST_BIRTHS = 1000


def ambiguous(low, words, births=0):
    """Is the name also an ordinary word that one must reckon with?"""
    level = words.get(low)
    if low in CALENDAR:
        return True
    if level is None or level > 60 or NAME_FIRST.get(low, 9) < 3:
        return False
    return not (level >= 50 and births >= 100000)


def given(args, words):
    ssa = ssa_names(args.src)
    census = census_names(args.src)
    faker = faker_names(args.src)
    attested = {n.lower() for n in census["first_male"]} | {n.lower() for n in census["first_female"]}
    attested |= {fold(n) for n in cspell_people(args.src)}
    for (kind, _), names in faker.items():
        if kind == "first":
            attested |= {fold(n) for n in names}
    rows, seen = [], set()
    for name in sorted(ssa):
        m, f = ssa[name]
        births = m + f
        if births < LEAST_BIRTHS or len(name) < 2:
            continue
        sex = "u" if min(m, f) * 10 >= births else ("m" if m > f else "f")
        flags = ["ambiguous"] if ambiguous(name, words, births) else []
        surface = name.capitalize()
        prior = int(math.log10(births))
        rows.append(Row(surface, "GIVEN", sex, prior, flags=flags))
        seen.add(name)
        if re.match(r"mc[a-z]{4}", name):
            rows.append(Row("Mc" + name[2:].capitalize(), "GIVEN", sex, prior, flags=flags))
    sexes, langs = {}, {}
    for kind_sex in sorted(faker):
        kind, sex = kind_sex
        if kind != "first":
            continue
        for name, lang in faker[kind_sex].items():
            # `generic` lists hold both sexes: they say nothing of their own.
            sexes.setdefault(name, set()).add({"male": "m", "female": "f"}.get(sex, ""))
            langs.setdefault(name, lang)
    for key, letter in (("first_male", "m"), ("first_female", "f")):
        for name in census[key]:
            sexes.setdefault(name, set()).add(letter)
            langs.setdefault(name, "")
    by_fold = {}
    for name in sorted(sexes):
        if fold(name) in seen:
            continue
        by_fold.setdefault(fold(name), []).append(name)
    for low in sorted(by_fold):
        name = by_fold[low][-1]      # the accented form sorts last
        sex = set().union(*(sexes[n] for n in by_fold[low]))
        if not re.fullmatch(r"[^\W\d_][^\W\d_]+(?:[-' ][^\W\d_]+)*", name) or not name[0].isupper() or len(name) < 3:
            continue
        if name[1:2].isupper() or not is_latin(name):
            continue
        if words.get(low, 99) <= 35:
            continue
        letter = "m" if sex - {""} == {"m"} else "f" if sex - {""} == {"f"} else "u"
        rows.append(Row(name, "GIVEN", letter, 2, lang=langs[name],
                        flags=["ambiguous"] if ambiguous(strip_accents(low), words) else []))
    # One row for each surface: a name of both lists is there once already.
    write_rows(os.path.join(args.out, "en", "gazetteers", "given_names.tsv"), rows)


def surnames(args, words):
    census = census_names(args.src)["last"]
    known = known_case(args.src)
    rows, seen = [], set()
    for rank, name in enumerate(census, 1):
        low = name.lower()
        if low in seen or len(name) < 2:
            continue
        prior = 9 - int(math.log2(rank) / 2)
        level = words.get(low, 99)
        # Rare surnames that are everyday words do more harm than good.
        if level <= 20 and rank > 20000:
            continue
        seen.add(low)
        flags = []
        if low in CALENDAR or (level <= 60 and NAME_FIRST.get(low, 9) >= 3 and not (level >= 50 and rank <= 500)):
            flags.append("ambiguous")
        rows.append(Row(surname_case(name, known), "SURNAME", "", prior, flags=flags))
        if len(rows) == SURNAMES:
            break
    faker = faker_names(args.src)
    extra = {}
    for (kind, _), names in sorted(faker.items()):
        if kind == "last":
            for name, lang in names.items():
                extra.setdefault(fold(name).replace("'", "").replace(" ", ""), []).append((name, lang))
    for low in sorted(extra):
        name, lang = max(extra[low])
        if low in seen or words.get(low, 99) <= 50 or len(name) < 3 or not name[0].isupper() or not lang:
            continue
        if not re.fullmatch(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*", name):
            continue
        rows.append(Row(name, "SURNAME", "", 2, lang=lang, flags=["ambiguous"] if words.get(low, 99) <= 60 else []))
    write_rows(os.path.join(args.out, "en", "gazetteers", "surnames.tsv"), rows)


def main():
    args = arguments(__doc__)
    words = scowl_words(args.src)
    given(args, words)
    surnames(args, words)


if __name__ == "__main__":
    main()
