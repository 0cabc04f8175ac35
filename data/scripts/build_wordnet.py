"""Builds common/gazetteers/natural.tsv and en/gazetteers/wordnet_people.tsv from WordNet instances."""

import os
import re

from listlib import (Row, arguments, census_names, clean, fail, fold, ordinary_words, read_text, source, ssa_names,
                     write_rows)

# Subtype -> lemmas of the class or of any class above it; the first that fits wins.
PLACE_KINDS = (
    ("river", "river stream watercourse waterfall canal tributary creek"),
    ("lake", "lake reservoir pond lagoon"),
    ("sea", "ocean sea gulf bay strait sound channel inlet fjord body_of_water"),
    ("island", "island archipelago atoll isle"),
    ("mountain", "mountain range mountain_range volcano mountain_peak hill massif alp mountain_pass pass natural_elevation"),
    ("desert", "desert"),
    ("glacier", "glacier"),
    ("forest", "forest wood"),
    ("peninsula", "peninsula cape promontory"),
    ("valley", "valley canyon ravine gorge natural_depression"),
    ("continent", "continent"),
    ("airport", "airport airfield"),
    ("park", "national_park park nature_reserve"),
    ("city", "city town village municipality national_capital state_capital provincial_capital port urban_area settlement borough"),
    ("district", "neighborhood city_district borough street"),
    ("country", "country state nation"),
    ("region", "province state american_state canadian_province administrative_district region geographical_area "
               "district territory colony dominion"),
    ("area", "area geological_formation land plain plateau beach coast reef battlefield location"),
)
STRUCTURES = (
    ("bridge", "bridge"), ("road", "road highway street avenue thoroughfare way trail"),
    ("building", "building house palace castle church cathedral temple museum theater hall tower fortress prison"),
    ("area", "monument memorial structure facility camp stadium observatory library arena"),
)
NOT_PLACES = set("""constellation star planet asteroid galaxy celestial_body extraterrestrial_object comet meteor satellite
sign_of_the_zodiac sign mythical_being imaginary_place fictitious_character cosmology planetary_house celestial_point line
vehicle weapon ship aircraft boat weaponry school college university institution device instrumentality creation
tropic parallel pole celestial_sphere nebula layer horizon atmosphere""".split())
NOT_PERSONS = set("""imaginary_being spiritual_being deity fictional_character fictitious_character mythical_being
mythical_monster character animal supernatural_being mythical_creature""".split())


class WordNet:
    def __init__(self, src):
        self.synsets = {}
        for line in read_text(source(src, "wordnet-base", "usr", "share", "wordnet", "data.noun")).split("\n"):
            if not re.match(r"\d{8} \d\d n ", line):
                continue
            head, _, gloss = line.partition(" | ")
            parts = head.split()
            count = int(parts[3], 16)
            lemmas = [parts[4 + 2 * i] for i in range(count)]
            rest = parts[4 + 2 * count:]
            up, instance = [], []
            for i in range(int(rest[0])):
                symbol, target = rest[1 + 4 * i], rest[2 + 4 * i]
                if symbol == "@":
                    up.append(target)
                elif symbol == "@i":
                    instance.append(target)
            self.synsets[parts[0]] = (parts[1], lemmas, up, instance, gloss.strip())
        if len(self.synsets) < 80000:
            fail("WordNet data.noun holds only %d synsets" % len(self.synsets))
        self.cache = {}

    def above(self, ident):
        """Lemmas of the class and of all classes above it, nearest first."""
        if ident not in self.cache:
            out = [l.lower() for l in self.synsets[ident][1]]
            for parent in self.synsets[ident][2]:
                out += self.above(parent)
            self.cache[ident] = out
        return self.cache[ident]


def kind_of(table, lemmas):
    """The subtype of the nearest class that the table names."""
    for lemma in lemmas:
        for kind, names in table:
            if lemma in names.split():
                return kind
    return ""


def known_places(out):
    """Accent-free names that the country, region and city lists have."""
    known = set()
    for name in ("countries.tsv", "regions.tsv", "cities.tsv"):
        path = os.path.join(out, "common", "gazetteers", name)
        if not os.path.exists(path):
            fail("%s must be built before natural.tsv" % name)
        for line in read_text(path).split("\n")[1:]:
            known.add(fold(line.split("\t")[0]))
    return known


def seats_of_power():
    """Accent-free names that the hand-written places list as organisations: in news the White House speaks and decides."""
    data = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    rows = [line.split("\t") for line in read_text(os.path.join(data, "en", "gazetteers", "places_handmade.tsv")).split("\n")]
    return {fold(row[0]) for row in rows if len(row) > 2 and row[2] == "ORGANIZATION"}


BAD_SURFACES = {"kazak", "kazakh", "kirghiz", "kirgiz", "tadjik", "tadzhik", "tajik", "turkmen", "turkomen", "uzbek", "abkhaz", "rus", "adzhar",
                "reef", "doris", "centre", "bad lands", "big dipper", "old world", "new world", "holy land", "promised land"} | set("""hell heaven eden states union north south east west orient occident outback bush deep south zion
dixie line coast continent bull ram twins crab lion virgin balance scorpion archer goat fish big dipper
street city old world new world confederacy federal district tidewater bad lands wolds downs mid-west
canadian american arabian mint us mint united states mint black country holy land promised land colony heartland panhandle""".split())


def natural(args, net):
    words = ordinary_words(args.src)
    ssa = ssa_names(args.src)
    last = {n.lower(): r for r, n in enumerate(census_names(args.src)["last"], 1)}
    known = known_places(args.out) | seats_of_power()
    rows = []
    for ident in sorted(net.synsets):
        lexfile, lemmas, _, instance, gloss = net.synsets[ident]
        if lexfile not in ("15", "17", "06") or not instance:
            continue
        above = [l for parent in instance for l in net.above(parent)]
        if NOT_PLACES & set(above) or gloss.startswith(("(Greek myth", "(Norse myth", "(Bible", "(Roman myth", "an imaginary",
                                                        "(Old Testament", "a mythical", "a legendary")):
            continue
        kind = kind_of(STRUCTURES if lexfile == "06" else PLACE_KINDS, above)
        if not kind:
            continue
        names = [clean(l.replace("_", " ")) for l in lemmas]
        names = [n for n in names if n[0].isupper() and not re.search(r"\b[Cc]apital\b|\d", n) and len(n) > 2]
        if not names or (kind in ("country",) and all(fold(n) in known for n in names)):
            continue
        longer = [n for n in names if " " in n]
        canonical = names[0]
        if len(longer) and " " not in canonical and (fold(canonical) in words or last.get(fold(canonical), 10 ** 6) < 5000):
            canonical = longer[0]
        for name in names:
            low = fold(name)
            if low in known or low in BAD_SURFACES or re.search(r"(?<!Free) State$|Mint$|Library", name) or name.isupper() and len(name) <= 3:
                continue
            person = sum(ssa.get(low, (0, 0))) >= 1000 or last.get(low, 10 ** 6) <= 5000
            if " " not in name and longer and (low in words or person):
                continue                          # Milk for Milk River
            rows.append(Row(name, "LOCATION", kind, 3, canonical=canonical if canonical != name else "",
                            flags=["ambiguous"] if low in words or person else []))
    best = {}
    for row in rows:
        best.setdefault(fold(row.surface), row)
    write_rows(os.path.join(args.out, "common", "gazetteers", "natural.tsv"), best.values())


FEMALE = re.compile(r"\b(she|her|herself|woman|queen|wife|daughter|mother|actress|empress|princess|duchess|sister|heroine|"
                    r"mistress|countess|abbess|nun|feminist|suffragist|suffragette|authoress|songstress|widow|prima donna|"
                    r"contralto|soprano|ballerina)\b")
MALE = re.compile(r"\b(he|his|him|himself|man|king|husband|son|father|emperor|prince|duke|brother|pope|bishop|cardinal|"
                  r"monk|sculptor|tsar|czar|sultan|outlaw|baritone|tenor|statesman|tribesman|clergyman|businessman|"
                  r"nobleman|Frenchman|Englishman)\b")


def people(args, net):
    ssa = ssa_names(args.src)
    rows, seen = [], set()
    for ident in sorted(net.synsets):
        lexfile, lemmas, _, instance, gloss = net.synsets[ident]
        if lexfile != "18" or not instance:
            continue
        above = {l for parent in instance for l in net.above(parent)}
        if above & NOT_PERSONS or re.match(r"\((Greek|Roman|Norse|Teutonic|Celtic|Hindu|Egyptian|Arthurian|Babylonian|"
                                           r"Sumerian|Akkadian|Irish|Old Norse)[^)]*(myth|legend)", gloss):
            continue
        if re.search(r"\bfictional|\bhero of\b.*\b(novel|play|tale)|\bimaginary\b|legendary|character (in|of) ", gloss):
            continue
        names = []
        for lemma in lemmas:
            name = clean(lemma.replace("_", " "))
            parts = name.split()
            if len(parts) < 2 or not parts[0][0].isupper() or not parts[-1][0].isupper() or len(name) > 45:
                continue
            if re.search(r"\b(the|of|[Ff]ather|Lady|Old|Big Bill|Apostle|Maid|Saint|St\.|Sir|Lord|Buffalo|Baron|Duke|Earl|"
                         r"Duchess|Pope|King|Queen|President|First|Calamity|Captain|Prince|Princess|Count|Brother)\b", name):
                if not re.fullmatch(r"(St\.|Saint|Pope|King|Queen|Sir|Lord|President|Prince|Buffalo|Calamity|Father) [A-Z].*", name) \
                        and not re.search(r"^[A-Z]\w+ (the|of) [A-Z]\w+$", name):
                    continue
            if len(parts) == 2 and re.fullmatch(r"Le|La|Van|De|Von|Du|Di|Della|Del|El|Al|Mc|O|Mrs\.", parts[0]):
                continue
            if re.search(r"\d|\bJr$", name):
                continue
            names.append(name)
        if not names:
            continue
        canonical = names[0]
        sex = ""
        if FEMALE.search(gloss.split(";")[0]) and not MALE.search(gloss.split(";")[0]):
            sex = "f"
        elif MALE.search(gloss.split(";")[0]) and not FEMALE.search(gloss.split(";")[0]):
            sex = "m"
        else:
            m, f = ssa.get(fold(canonical.split()[0]), (0, 0))
            if m + f >= 500:
                sex = "m" if m >= 20 * f else "f" if f >= 20 * m else ""
        for name in names:
            if fold(name) in seen:
                continue
            seen.add(fold(name))
            rows.append(Row(name, "PERSON", "historic", 4, canonical=canonical, flags=[sex] if sex else []))
    write_rows(os.path.join(args.out, "en", "gazetteers", "wordnet_people.tsv"), rows)


def main():
    args = arguments(__doc__)
    net = WordNet(args.src)
    natural(args, net)
    people(args, net)


if __name__ == "__main__":
    main()
