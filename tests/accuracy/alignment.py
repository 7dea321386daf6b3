#!/usr/bin/env python3
"""How well statements and figures of two articles are aligned: pairs of sentences written for this folder.

usage: tests/accuracy/alignment.py [--half odd|even] [--show] [--readout PROGRAM]

Every pair is put into two short articles of one story, which are read and collated. A pair counts as aligned where one
fact has words of both. Statements (alignment_statements.tsv): each beside its trim, its translation and its telling in
indirect speech (one fact), and beside another statement of the same speaker in its translation (two facts). Figures
(alignment_figures.tsv): one measure, or not. The odd lines were looked at while the alignment was built; the even lines
decide (--half even, the default). Exits with 1 where an F1 is below 0.9.
"""
import argparse
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FLOOR = 0.9
TITLE = "Members leave the hall after a long debate"
LEAD = "Members of the assembly left the hall in silence on Monday after a debate that had lasted all day."


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def upper_first(words):
    return words[0].upper() + words[1:]


def pairs():
    """(set, kind, line number from 1, aligned?, text a, text b, words a, words b)"""
    statements = rows("alignment_statements.tsv")
    for i, (speaker, whole, trim, other, told) in enumerate(statements):
        first = f"\u201c{upper_first(whole)},\u201d said {speaker}."
        nearby = [k for k in range(len(statements)) if statements[k][0] == speaker]
        following = statements[nearby[(nearby.index(i) + 1) % len(nearby)]]
        yield "statements", "trim", i + 1, True, first, f"{speaker} said: \u201c{upper_first(trim)}.\u201d", whole, trim
        yield "statements", "translation", i + 1, True, first, f"{speaker} told reporters: \u201c{upper_first(other)}.\u201d", whole, other
        yield "statements", "paraphrase", i + 1, True, first, f"{speaker} said that {told}.", whole, told
        yield "statements", "different", i + 1, False, first, f"{speaker} told reporters: \u201c{upper_first(following[3])}.\u201d", whole, following[3]
    for i, (label, a, of_a, b, of_b) in enumerate(rows("alignment_figures.tsv")):
        yield "figures", label, i + 1, label == "same", a, b, of_a, of_b


def article(name, sentence):
    return {"id": name, "title": TITLE, "text": f"{LEAD}\n\n{sentence}", "published": "2023-05-24", "outlet": name, "source": "text"}


def run(command, lines):
    return subprocess.run(command, input="".join(json.dumps(line) + "\n" for line in lines).encode("utf8"), stdout=subprocess.PIPE, check=True).stdout


def aligned(readout, pair):
    """Whether one fact has the pair's words in both articles."""
    which, _, _, _, text_a, text_b, words_a, words_b = pair
    given = [article("a", text_a), article("b", text_b)]
    dossier = json.loads(subprocess.run([readout, "collate", "--json"], input=run([readout, "read", "--ndjson"], given), stdout=subprocess.PIPE, check=True).stdout)
    for fact in dossier["facts"]:
        if fact["kind"] != ("quotation" if which == "statements" else "figure"):
            continue
        found = set()
        for cell in fact["cells"]:
            text, words = (given[0]["text"], words_a) if cell["article"] == "a" else (given[1]["text"], words_b)
            begin = text.lower().find(words.lower(), len(LEAD))
            if any(span["begin"] < begin + len(words) and begin < span["end"] for span in cell["spans"]):
                found.add(cell["article"])
        if len(found) == 2:
            return True
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("odd", "even", "both"), default="even")
    parser.add_argument("--show", action="store_true", help="the pairs that came out wrong")
    parser.add_argument("--readout", default=os.path.join(ROOT, "build", "native", "readout"))
    options = parser.parse_args()
    counts = {}
    for pair in pairs():
        if options.half != "both" and pair[2] % 2 != (options.half == "odd"):
            continue
        wanted, found = pair[3], aligned(options.readout, pair)
        kinds = counts.setdefault(pair[0], {})
        right, total = kinds.get(pair[1], (0, 0))
        kinds[pair[1]] = (right + (wanted == found), total + 1)
        tally = kinds.setdefault("", [0, 0, 0])  # aligned rightly, aligned, to be aligned
        tally[0] += wanted and found
        tally[1] += found
        tally[2] += wanted
        if options.show and wanted != found:
            print(f"{pair[1]} {pair[2]}: {pair[4]} | {pair[5]}")
    below = 0
    for which, kinds in counts.items():
        right, found, wanted = kinds.pop("")
        f1 = 2 * right / max(1, found + wanted)
        below += f1 < FLOOR
        print(f"alignment {which}: F1 {f1:.3f} (precision {right / max(1, found):.3f}, recall {right / wanted:.3f})"
              f"{'  BELOW ITS FLOOR' if f1 < FLOOR else ''}; " + ", ".join(f"{kind} {ok}/{of}" for kind, (ok, of) in kinds.items()))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
