"""Builds common/gazetteers/regions.tsv: first-level subdivisions (CLDR, English names),
abbreviations of US states and Canadian provinces, and the CLDR world regions."""

import json
import os
import re

from listlib import (Row, arguments, census_names, clean, fail, fold, is_latin, ordinary_words, read_text, scowl_words, source,
                     ssa_names, write_rows)

STRIP = re.compile(r"^(.+?) (Province|Region|Oblast|Krai|Okrug|Governorate|District|Division|Municipality|Novads|County|"
                   r"Prefecture|Department|Parish|Voivodeship|Canton|State|City|Town|Territory|Atoll|Emirate)$")
KEEP_FULL = {"Northern Territory", "Capital Territory", "Free State", "Mexico City", "Yukon Territory", "Carson City",
             "Quezon City", "Princes Town", "Kuwait City", "Panama City", "Bacau City"}
GENERIC = set("""central western eastern northern southern north south east west northeast northwest southeast southwest
north-east north-west south-east south-west north-eastern north-western south-eastern south-western northeastern
northwestern southeastern southwestern centre center upper lower middle new capital region province district city
town coast coastal highlands islands island bay lake river mountain valley hill border metropolitan federal mid
national territory nord sud est ouest norte sur sul oriental occidental litoral littoral plateau interior cross
atlantic pacific river rivers lakes delta bank and of the le la du other""".split())
SKIP_PLACES = {("cn", "Taiwan"), ("cn", "Hong Kong SAR China"), ("cn", "Macao SAR China"), ("cn", "Hong Kong"), ("cn", "Macau")}

# The full form used for the regions of a country, and how it is put together.
FULL = {}
for _form, _codes in (("%s Province", "af ir cn tr za vn cu kh la pg zm mz ao ar pk lk np id kr th rw cd cg"),
                      ("%s County", "ke hu ro no ee hr se lr us_none"),
                      ("County %s", "ie"),
                      ("%s State", "ng ss ve in"),
                      ("%s Governorate", "iq sy eg ye lb jo ps tn bh om kw"),
                      ("%s Prefecture", "jp"),
                      ("%s Oblast", "ru ua"),
                      ("%s Region", "gh et tz na kz uz it pe dk fi sk cl er er ru ua"),
                      ("%s Department", "co bo sv ht"),
                      ("%s Voivodeship", "pl"),
                      ("%s District", "bd"),
                      ("%s District", "ug mw")):
    for _code in _codes.split():
        FULL.setdefault(_code, []).append(_form)

PRIORS = {6: "us", 5: "ca au in de mx br ru cn ua pk iq sy af ir za ng es mm ye sd ss so et cd be ch at",
          3: "si mk lv cz ee is az lt mt ma ug gr bf do sc mv mh me al hu bg md rs bs tt lc gd dm vc kn ag bb mu ki fm "
             "pw nr tv vu sb to ws cy lu li sm ad mc jm sv gt hn ni cr pa uy py ga gq gn gw sl lr tg bj ci mg mw zm"}
PRIOR = {c: p for p, codes in PRIORS.items() for c in codes.split()}

OBLASTS = set("""Amur Arkhangelsk Astrakhan Belgorod Bryansk Chelyabinsk Irkutsk Ivanovo Kaliningrad Kaluga Kemerovo Kirov
Kostroma Kurgan Kursk Leningrad Lipetsk Magadan Moscow Murmansk Novgorod Novosibirsk Omsk Orenburg Oryol Penza Pskov
Rostov Ryazan Sakhalin Samara Saratov Smolensk Sverdlovsk Tambov Tomsk Tula Tver Tyumen Ulyanovsk Vladimir Volgograd
Vologda Voronezh Yaroslavl""".split()) | {"Nizhny Novgorod"}

# English names in use where CLDR has the local word.
UKRAINE = {"Vinnychchyna": "Vinnytsia", "Luhanshchyna": "Luhansk", "Dnipropetrovshchyna": "Dnipropetrovsk",
           "Donechchyna": "Donetsk", "Zhytomyrshchyna": "Zhytomyr", "Zaporizhzhya": "Zaporizhzhia",
           "Prykarpattia": "Ivano-Frankivsk", "Kyivshchyna": "Kyiv", "Kirovohradschyna": "Kirovohrad",
           "Lvivshchyna": "Lviv", "Mykolayivschyna": "Mykolaiv", "Odeshchyna": "Odesa", "Poltavshchyna": "Poltava",
           "Rivnenshchyna": "Rivne", "Sumshchyna": "Sumy", "Ternopilshchyna": "Ternopil", "Kharkivshchyna": "Kharkiv",
           "Khersonshchyna": "Kherson", "Khmelnychchyna": "Khmelnytskyi", "Cherkashchyna": "Cherkasy",
           "Chernihivshchyna": "Chernihiv"}
RENAME = {"Chechen": "Chechnya", "Buryat": "Buryatia", "Chuvash": "Chuvashia", "Kabardino-Balkar": "Kabardino-Balkaria",
          "Karachay-Cherkess": "Karachay-Cherkessia", "Nenets": "Nenets Autonomous Okrug", "Jewish": "Jewish Autonomous Oblast",
          "Washington DC": "District of Columbia", "Primorsky Krai": "Primorsky", "Markazī": "Markazi",
          "Khorāsān-e Raẕavī": "Razavi Khorasan", "Khanty-Mansi": "Khanty-Mansi", "Grand-Est": "Grand Est"}

# surface | canonical | prior | flags
ABBREVIATIONS = """
Ala.|Alabama|5|
Ariz.|Arizona|5|
Ark.|Arkansas|5|ambiguous
Calif.|California|6|
Colo.|Colorado|5|
Conn.|Connecticut|5|
Del.|Delaware|5|ambiguous
Fla.|Florida|6|
Ga.|Georgia|5|
Ill.|Illinois|5|ambiguous
Ind.|Indiana|5|ambiguous
Kan.|Kansas|5|
Kans.|Kansas|4|
Ky.|Kentucky|5|
La.|Louisiana|5|ambiguous
Md.|Maryland|5|
Mass.|Massachusetts|5|ambiguous
Mich.|Michigan|5|
Minn.|Minnesota|5|
Miss.|Mississippi|5|ambiguous
Mo.|Missouri|5|ambiguous
Mont.|Montana|5|
Neb.|Nebraska|5|
Nebr.|Nebraska|4|
Nev.|Nevada|5|
N.H.|New Hampshire|5|
N.J.|New Jersey|6|
N.M.|New Mexico|5|
N. Mex.|New Mexico|4|
N.Y.|New York|6|
N.C.|North Carolina|6|
N.D.|North Dakota|5|
N. Dak.|North Dakota|4|
Okla.|Oklahoma|5|
Ore.|Oregon|5|ambiguous
Oreg.|Oregon|4|
Pa.|Pennsylvania|5|ambiguous
Penn.|Pennsylvania|4|
R.I.|Rhode Island|5|
S.C.|South Carolina|5|
S.D.|South Dakota|5|
S. Dak.|South Dakota|4|
Tenn.|Tennessee|5|
Tex.|Texas|5|
Vt.|Vermont|5|
Va.|Virginia|5|
Wash.|Washington|5|ambiguous
W.Va.|West Virginia|5|
W. Va.|West Virginia|5|
Wis.|Wisconsin|5|
Wisc.|Wisconsin|4|
Wyo.|Wyoming|5|
NJ|New Jersey|4|upper
NY|New York|4|upper
TX|Texas|3|upper
NC|North Carolina|3|ambiguous,upper
SC|South Carolina|3|ambiguous,upper
NH|New Hampshire|3|ambiguous,upper
Washington State|Washington|6|
New York State|New York|6|
Cal.|California|3|ambiguous
Cali|California|3|ambiguous
Mass|Massachusetts|2|ambiguous
Ont.|Ontario|5|
Que.|Quebec|5|
B.C.|British Columbia|5|ambiguous
BC|British Columbia|4|ambiguous,upper
Alta.|Alberta|5|
Sask.|Saskatchewan|5|
Man.|Manitoba|4|ambiguous
N.S.|Nova Scotia|4|
N.B.|New Brunswick|4|ambiguous
P.E.I.|Prince Edward Island|4|
PEI|Prince Edward Island|4|upper
N.L.|Newfoundland and Labrador|4|
Nfld.|Newfoundland and Labrador|4|
N.W.T.|Northwest Territories|4|
NWT|Northwest Territories|4|upper
Newfoundland|Newfoundland and Labrador|5|
Labrador|Newfoundland and Labrador|4|
NSW|New South Wales|6|upper
N.S.W.|New South Wales|5|
Qld|Queensland|4|
Qld.|Queensland|4|
Vic.|Victoria|3|ambiguous
ACT|Australian Capital Territory|3|ambiguous,upper
Tas.|Tasmania|3|ambiguous
UP|Uttar Pradesh|4|ambiguous,upper
KPK|Khyber Pakhtunkhwa|4|upper
KP|Khyber Pakhtunkhwa|3|ambiguous,upper
FATA|Federally Administered Tribal Areas|4|upper
Khyber-Pakhtunkhwa|Khyber Pakhtunkhwa|5|
North-West Frontier Province|Khyber Pakhtunkhwa|4|
North West Frontier Province|Khyber Pakhtunkhwa|4|
NWFP|Khyber Pakhtunkhwa|4|upper
J&K|Jammu and Kashmir|4|
Orissa|Odisha|5|
KwaZulu-Natal|KwaZulu-Natal|5|
KZN|KwaZulu-Natal|4|upper
Bavaria|Bavaria|5|
Chechen Republic|Chechnya|5|
Republic of Crimea|Crimea|5|
Crimean Peninsula|Crimea|6|
Crimean peninsula|Crimea|5|
Donbass|Donbas|6|
Donbas||6|
Tatarstan||5|
Rakhine|Rakhine State|5|
Arakan|Rakhine State|4|
Kachin|Kachin State|4|
Shan State||4|
Kachin State||4|
Kayah State||4|
Kayin State||4|
Karen State|Kayin State|4|
Chin State||4|
Mon State||4|
Sagaing Region||4|
Anbar|Al Anbar|5|
Nineveh|Ninawa|5|
Ninevah|Ninawa|3|
Diyala||5|
Kurdistan Region||5|
Tigray||6|
Oromia||5|
Amhara||5|
Deir Ezzor||4|
Sinaloa||5|
Estado de Mexico|State of Mexico|4|
State of Mexico||4|
Federal District||3|ambiguous
Ile-de-France|Île-de-France|5|
Catalonia||6|
Basque Country||6|
Andalusia||5|
Lombardy||5|
Tuscany||5|
Sicily||6|
Sardinia||6|
Corsica||6|
Brittany||5|
Normandy||5|
Provence||5|
Alsace||5|
Lorraine||4|ambiguous
Burgundy||4|
Flanders||6|
Wallonia||6|
North Rhine-Westphalia||5|
Lower Saxony||5|
Baden-Württemberg||5|
Baden-Wuerttemberg|Baden-Württemberg|4|
Rhineland-Palatinate||5|
Mecklenburg-Western Pomerania||4|
Thuringia||5|
Saxony||5|
Saxony-Anhalt||5|
Inner Mongolia||6|
Xinjiang Uyghur Autonomous Region|Xinjiang|5|
Xinjiang Uighur Autonomous Region|Xinjiang|5|
Tibet Autonomous Region|Tibet|5|
Guangxi Zhuang Autonomous Region|Guangxi|4|
West Bank||8|
Gaza Strip||8|
Gaza||8|
Golan Heights||7|
East Jerusalem||7|
North Kivu||5|
South Kivu||5|
Ituri||5|
Darfur||6|
West Darfur||5|
North Darfur||5|
South Darfur||5|
South Kordofan||5|
Blue Nile||4|
Mindanao||6|
Bangsamoro||5|
Aceh||5|
Papua||6|
West Papua||5|
East Java||5|
West Java||5|
Central Java||5|
Bali||6|
Sumatra||6|
Java||6|ambiguous
Borneo||6|
Sulawesi||5|
Hokkaido||5|
Okinawa||6|
Kyushu||4|
Honshu||4|
Shikoku||4|
County Down||4|
County Antrim||4|
County Armagh||4|
County Tyrone||4|
County Fermanagh||4|
County Londonderry||4|
County Durham||4|
"""


def main():
    args = arguments(__doc__)
    text = read_text(source(args.src, "unicode-cldr-core", "usr", "share", "unicode", "cldr", "common", "subdivisions", "en.xml"))
    subdivisions = [(k, clean(n.replace("&amp;", "&"))) for k, n in
                    re.findall(r'<subdivision type="([a-z0-9]+)"[^>]*>([^<]+)<', text)]
    if len(subdivisions) < 5000:
        fail("CLDR gave only %d subdivisions" % len(subdivisions))
    words = ordinary_words(args.src)
    everyday = scowl_words(args.src)
    ssa = ssa_names(args.src)
    last = {n.lower(): r for r, n in enumerate(census_names(args.src)["last"], 1)}
    countries = set()
    country_path = os.path.join(args.out, "common", "gazetteers", "countries.tsv")
    if not os.path.exists(country_path):
        fail("countries.tsv must be built before regions.tsv")
    for line in read_text(country_path).split("\n")[1:]:
        countries.add(fold(line.split("\t")[0]))

    def is_ambiguous(name, code):
        low = fold(name)
        if code == "us":
            return False
        if low in words:
            return True
        if PRIOR.get(code, 4) >= 5 and sum(ssa.get(low, (0, 0))) < 20000 and last.get(low, 10 ** 6) > 500:
            return False
        return sum(ssa.get(low, (0, 0))) >= 2000 or last.get(low, 10 ** 6) <= 3000 or len(low) <= 3

    rows = []

    def add(name, canonical, code, ident, prior):
        parts = [p for p in re.split(r"[\s-]+", fold(name)) if p]
        if (len(name) < 3 or re.search(r"[\d†²()/,:]", name) or not is_latin(name) or not name[0].isalpha()
                or not name[0].isupper() or all(p in GENERIC for p in parts)):
            return
        if prior <= 4 and everyday.get(fold(name), 99) <= 20 and code != "us":
            return
        if fold(name) in countries and code not in ("us",):
            return
        rows.append(Row(name, "LOCATION", "region", prior, canonical=canonical, ids="iso3166-2:" + ident,
                        flags=["ambiguous"] if is_ambiguous(name, code) else []))

    for key, name in subdivisions:
        code = key[:2]
        if (code, name) in SKIP_PLACES or "Outlying" in name or name.startswith(("Prague ", "Sveitarfélagið ")):
            continue
        ident = (code + "-" + key[2:]).upper()
        prior = PRIOR.get(code, 4)
        name = UKRAINE.get(name, RENAME.get(name, name))
        if code == "fr" and key[2:3].isdigit():
            prior = 4
        match = STRIP.match(name)
        bare = name
        if match and name not in KEEP_FULL and not all(p in GENERIC for p in fold(match.group(1)).split()):
            bare = match.group(1)
            add(name, "", code, ident, prior)
        if name.startswith("Province of "):
            bare = name[12:]
        add(bare, name if bare != name else "", code, ident, prior)
        if " & " in bare:
            add(bare.replace(" & ", " and "), "", code, ident, prior)
        if bare == name and not re.search(r"Territor|Okrug|Autonomous|City|Islands?$|Republic| Community$", name):
            for form in FULL.get(code, ()):
                # "Region" reads well for Russian oblasts, not for their republics.
                if code == "ru" and name not in OBLASTS:
                    continue
                if code == "id" and name in ("Java", "Sumatra", "Kalimantan", "Sulawesi", "Lesser Sunda Islands", "Maluku"):
                    continue
                if code == "cn" and name in ("Beijing", "Shanghai", "Tianjin", "Chongqing", "Tibet", "Xinjiang", "Ningxia",
                                             "Guangxi", "Inner Mongolia"):
                    continue
                if code == "ua" and name in ("Crimea", "Sevastopol"):
                    continue
                add(form % name, name, code, ident, max(3, prior - 1))
        elif code in ("ru", "ua") and name.endswith(" Krai"):
            add(bare + " Territory", name, code, ident, 4)
            add(bare + " Region", name, code, ident, 4)
    known = {r.surface for r in rows}
    for line in ABBREVIATIONS.strip().split("\n"):
        name, canonical, prior, flags = line.split("|")
        rows = [r for r in rows if r.surface != name] if name in known else rows
        rows.append(Row(name, "LOCATION", "region", int(prior), canonical=canonical, flags=[f for f in flags.split(",") if f]))
    data = json.loads(read_text(source(args.src, "cldr-localenames-full", "package", "main", "en", "territories.json")))
    names = data["main"]["en"]["localeDisplayNames"]["territories"]
    for code, name in sorted(names.items()):
        if code.isdigit() and code != "001":
            rows.append(Row(clean(name), "LOCATION", "continent" if code in ("002", "003", "005", "009", "142", "150", "019")
                            else "area", 7, ids="m49:" + code))
    best = {}
    for row in rows:                              # one row for each accent-free name
        key = fold(row.surface)
        old = best.get(key)
        if old is None or (-row.prior, row.canonical != "", row.surface.isascii()) < (-old.prior, old.canonical != "", old.surface.isascii()):
            if old is not None:
                row.flags |= old.flags if old.prior >= row.prior else set()
                if not row.ids:
                    row.ids = old.ids
            best[key] = row
        elif not old.ids:
            old.ids = row.ids
    write_rows(os.path.join(args.out, "common", "gazetteers", "regions.tsv"), best.values())


if __name__ == "__main__":
    main()
