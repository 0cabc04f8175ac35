"""Builds en/gazetteers/brands.tsv (name-suggestion-index) and companies.tsv (@cspell/dict-companies)."""

import json
import os
import re

from listlib import (Row, arguments, census_names, clean, fail, fold, is_latin, read_text, scowl_upper, scowl_words, source, ssa_names,
                     write_rows)

SUBTYPES = (
    (r"^brands/amenity/(bank|atm|bureau_de_change|money_transfer)$", "bank"),
    (r"^operators/amenity/police$", "police"),
    (r"^operators/(amenity/(hospital|clinic|doctors)|emergency/ambulance_station)$", "hospital"),
    (r"^operators/amenity/fire_station$", "agency"),
    (r"^(brands|operators)/office/government$", "government"),
    (r"^operators/(boundary/protected_area|landuse/military|amenity/(prison|courthouse))$", "government"),
    (r"^(transit/route/(subway|train|light_rail|tram|ferry)|operators/route/railway)$", "transport"),
    (r"^operators/(power/(plant|line|generator)|man_made/(pipeline|water_works)|telecom/.*|office/.*|amenity/(post_office|post_box|"
     r"charging_station|car_sharing))$", "company"),
    (r"^brands/(?!advertising|amenity/(kindergarten|prep_school|language_school|driving_school|recycling|payment_terminal|social_facility|"
     r"childcare|events_venue))", "company"),
)

# Companies whose name is an ordinary word, a person's name or a place, but which the news has so often that they stay.
KEEP = set("""apple amazon target gap shell subway visa ford shell sprint chase citizens dell hertz mars kia dodge jeep opel fiat
nissan toyota honda mercedes-benz porsche tesla rivian polestar boots argos tesco sainsbury's waitrose morrisons asda
aldi lidl costco walmart kroger safeway publix wendy's mcdonald's kfc starbucks bp esso mobil exxon chevron texaco
valero repsol cepsa eni lukoil gazprom rosneft santander barclays lloyds natwest hsbc vodafone telstra optus rogers
telus verizon t-mobile at&t comcast xfinity hilton marriott hyatt sheraton fedex ups dhl usps tnt hermes evri canon
nikon nike adidas puma reebok gucci prada chanel burberry zara uniqlo lego hyundai renault peugeot citroën skoda audi
bmw volvo saab jaguar bentley ferrari lamborghini maserati mazda subaru suzuki suncor allianz axa aviva aegon zurich
generali allstate geico humana aetna cigna swatch google timberland decathlon""".split())
SHORT = set("BP HP LG 3M GM GE EY BT O2 EE AA E.ON".split())
LOCAL = re.compile(r"^(City|Town|County|Village|Gemeinde|Verbandsgemeinde|Samtgemeinde|Stadt|Ville|Commune|Ayuntamiento|Comunidad|Provincia|"
                   r"Comune|Prefeitura|Gemeente|Município|Ajuntament|Gmina|Kommune|Estadual|Municipal|Ministry of|Department of)\b")
GENERIC_TAIL = re.compile(r"^(the )?(\w+ )?(post office|police station|fire (station|department)|public library|city park|hospital|"
                          r"pharmacy|bakery|bank|atm|car wash|school|clinic|market|supermarket|hotel|restaurant|cafe|café|station|"
                          r"police|county council|city council|municipality|town hall)$", re.I)


def known_names(out):
    known = set()
    for part in ("countries.tsv", "regions.tsv", "cities.tsv", "natural.tsv"):
        path = os.path.join(out, "common", "gazetteers", part)
        if not os.path.exists(path):
            fail("%s must be built before brands.tsv" % part)
        for line in read_text(path).split("\n")[1:]:
            known.add(fold(line.split("\t")[0]))
    return known


def tidy(name):
    name = clean(re.sub(r"\s*[(\[].*?[)\]]", "", name))
    return re.sub(r",? (Inc|Ltd|LLC|GmbH|S\.?A|Co|Corp|AG|plc|PLC)\.?$", "", name).strip(" ,-")


def usable(name):
    if name in SHORT:
        return True
    letters = [c for c in name if c.isalpha()]
    return (len(letters) >= 3 and len(name) <= 50 and len(name.split()) <= 7 and is_latin(name) and name[0].isalnum()
            and (name[0].isupper() or re.match(r"[a-z][A-Z]", name)) and not re.search(r"[;:@<>{}=\\_*?\"“”„«»|#/]", name)
            and not name.isdigit())


def brands(args, words, ssa, last, known):
    data = json.loads(read_text(source(args.src, "name-suggestion-index", "package", "dist", "json", "nsi.min.json")))["nsi"]
    generic = json.loads(read_text(source(args.src, "name-suggestion-index", "package", "dist", "json", "genericWords.json")))
    patterns = [re.compile(p, re.I) for p in generic["genericWords"]] if "genericWords" in generic else []
    rows, best = [], {}

    def add(name, canonical, subtype, world, qid, alias=False):
        name = tidy(name)
        if not usable(name) or GENERIC_TAIL.match(name) or LOCAL.match(name) or any(p.search(name) for p in patterns):
            return
        low = fold(name)
        single = " " not in name
        keep = low in KEEP
        word = words.get(low, words.get(low.rstrip("s"), 99))
        person = sum(ssa.get(low, (0, 0))) >= 1000 or last.get(low.replace("'", ""), 10 ** 6) <= 5000
        place = low in known
        if (place and not keep) or (place and not single):
            return
        if not keep and single and (word <= 70 or person):
            if not (world and word > 60 and not person):
                return
        if not keep and not single:
            parts = low.replace("'", "").split()
            # two first-rate everyday words such as "Fresh Market" are no name by themselves
            if all(words.get(p, 99) <= 10 for p in parts):
                return
            if len(parts) == 2 and sum(ssa.get(parts[0], (0, 0))) >= 1000 and last.get(parts[1], 10 ** 6) <= 2000 and subtype == "company":
                return                            # looks like a person: too much harm
        if len(name) <= 3 and not name.isupper() and not keep:
            return
        if name.isupper() and len(name) <= 3 and not world and subtype != "bank" and name not in SHORT:
            return
        flags = set()
        if single and (word <= 60 or person or place):
            flags.add("ambiguous")
        if re.fullmatch(r"[A-Z&]{2,5}", name):
            flags.add("upper")
            if word <= 60:
                flags.add("ambiguous")
        prior = 4 if world else 3 if subtype in ("bank", "police", "government", "transport") or keep else 2
        if "ambiguous" in flags and not keep:
            prior -= 1
        row = Row(name, "ORGANIZATION", subtype, prior - (1 if alias else 0), canonical=tidy(canonical) if canonical else "",
                  ids="wikidata:" + qid if qid else "", flags=flags)
        old = best.get(low)
        if old is None or (row.prior, row.canonical == "") > (old.prior, old.canonical == ""):
            if old is not None and not row.ids:
                row.ids = old.ids
            best[low] = row

    paths = sorted(data)
    for pattern, subtype in SUBTYPES:
        for path in paths:
            if not re.match(pattern, path):
                continue
            for item in data[path]["items"]:
                tags = item["tags"]
                world = "001" in [x for x in item["locationSet"].get("include", []) if isinstance(x, str)]
                for key in ("brand", "operator", "network"):
                    name = tags.get(key + ":en") or tags.get(key)
                    qid = tags.get(key + ":wikidata", "")
                    if not name or (not qid and subtype not in ("bank", "police")):
                        continue
                    if not re.fullmatch(r"Q\d+", qid):
                        qid = ""
                    if fold(tidy(name)) in best and subtype != best[fold(tidy(name))].subtype:
                        continue
                    add(name, "", subtype, world, qid)
                    # Official names are good aliases; short forms only of police forces and ministries.
                    official = tags.get("official_name")
                    if official and key == "brand" and len(official) > len(name):
                        add(official, name, subtype, world, qid, True)
                    short = tags.get(key + ":short")
                    if short and subtype in ("police", "government") and re.fullmatch(r"[A-Z]{3,6}", short) and words.get(short.lower(), 99) > 60:
                        add(short, name, subtype, world, qid, True)
    if len(best) < 6000:
        fail("name-suggestion-index gave only %d names" % len(best))
    for row in best.values():
        if row.canonical and fold(row.canonical) == fold(row.surface):
            row.canonical = ""
        rows.append(row)
    write_rows(os.path.join(args.out, "en", "gazetteers", "brands.tsv"), rows)
    return set(best)


NOT_COMPANIES = set("""gebruder gebrueder notre dame deutsche banque banca banco caisse societe holdings holding intl corp
humboldt normale ecole assicurazioni bankengruppe nederlanden denki seiki sanpaolo lutherans sismology telecom thermo atmos
billiton langtrace electricite hallak dayjs mockito penteston kragpur surface nitor relex paribas yat-sen slevomat kosan sonera matsushita
san santa saint los del von van der technologies technology fortune nasdaq dow nyse nikkei""".split())
UPPER_COMPANIES = set("""ABB ADM ADP AMD AOL ASML BASF BBVA BHP BNP BNSF CBRE CIBC CVS DHL EADS EDF ENEL EON FMC HCL HSBC IBM ING JBL
JBS JVC KFC KLM KPMG KTM LVMH MBNA MTN MTS NCR NEC NTT NXP OMV PNC PSA PWC QVC RBS RWE SAP SAS SKF TCS TDK TSMC TUI TRW UBS UPS USAA
VMware ZTE IQVIA IKEA ICBC CNPC CNOOC CATL BYD SAIC BAIC COSCO PSEG""".split())


def companies(args, words, ssa, last, known, taken):
    upper = scowl_upper(args.src)
    text = read_text(source(args.src, "cspell-dict-companies", "package", "dict", "companies.txt"))
    names = [l.strip() for l in text.split("\n") if l.strip() and not l.startswith("#")]
    if len(names) < 1500:
        fail("@cspell/dict-companies gave only %d names" % len(names))
    rows = []
    for name in names:
        name = clean(name)
        low = fold(name)
        if name.isupper() and name not in UPPER_COMPANIES:
            continue                              # stock exchange codes
        if not name[0].isupper() and not re.match(r"[a-z][A-Z]", name) or len(name) < 3 or not is_latin(name):
            continue
        if not re.fullmatch(r"[^\W_][\w&'.+-]*[\w+](?: [\w&'.+-]+)*", name) or low in NOT_COMPANIES or low in taken:
            continue
        if low.endswith("'s") or low in upper:
            continue
        if low in words or low.rstrip("s") in words or low in known or low.replace("-", " ") in known:
            continue
        if sum(ssa.get(low, (0, 0))) >= 25 or last.get(low.replace("'", ""), 10 ** 6) <= 30000:
            continue
        if len(name) < 5 and not name.isupper():
            continue
        rows.append(Row(name, "ORGANIZATION", "company", 3, flags=["upper"] if name.isupper() else []))
    write_rows(os.path.join(args.out, "en", "gazetteers", "companies.tsv"), rows)


def main():
    args = arguments(__doc__)
    words = scowl_words(args.src)
    ssa = ssa_names(args.src)
    last = {n.lower(): r for r, n in enumerate(census_names(args.src)["last"], 1)}
    known = known_names(args.out)
    taken = brands(args, words, ssa, last, known)
    companies(args, words, ssa, last, known, taken)


if __name__ == "__main__":
    main()
