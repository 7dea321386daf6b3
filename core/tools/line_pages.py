#!/usr/bin/env python3
"""Makes the labelled pages that core/data/line_weights.tsv is fitted to.

usage: line_pages.py PAGES.jsonl LINES.jsonl WIKINEWS.csv LABELLED.jsonl

PAGES.jsonl: trafilatura's English test pages, flattened to text ({"id","text"}); LINES.jsonl: what `readout_fit_lines
lines` says of them; WIKINEWS.csv: articles with columns title, date, text. The hand-labelled pages (line_labels.tsv beside
this file) are written four times, then 900 pages recombined from their parts: what stands above one article and below
another, interruptions of a third, bodies of Wikinews articles, and the notices below, so that comments, teasers, offers and
cut articles are met in many surroundings. The same input gives the same output.
"""
import csv
import itertools
import json
import os
import random
import re
import sys

PAGES_MADE = 900
COPIES = 4
THREADS = ("loneliest", "hearya", "jargons", "californiaglobe", "Peanut", "diverse", "olive", "lemire", "statisticsglobe",
           "foxyfolksy", "luxuryhaven", "toptal", "youhadme", "nowgrenada", "haitian")  # pages with readers' comments
SITES = ["The Daily Ledger", "BBC News", "Reuters", "Morning Post", "The Guardian", "CNN.com", "City Herald", "The Times",
         "Northern Echo", "World News"]
NAMES = ["Anna Brook", "John Miller", "Sarah Whitfield", "David Okoro", "Maria Lopez", "Tom Hale", "Priya Nair", "Chris Walsh"]
SECTIONS = ["Politics", "World", "Business", "Sport", "Investing", "Stock", "Editor's Pick", "Latest News", "Opinion",
            "Health", "Science", "Culture", "RELATED", "Technology"]
LISTS = ["You may also like", "Related stories", "More from this section", "Recommended for you", "Latest News", "Most read",
         "Related articles", "More stories", "Check out our other content"]
LINKS = ["Advertisement", "Continue reading the main story", "Read more", "Related", "Share this"]
CREDITS = ["*With information from AFP", "Reporting by Ann Lee; Editing by Tom Fox", "With inputs from agencies",
           "The Associated Press contributed to this report."]
OFFERS = ["Read more", "Continue reading", "Subscribe to continue reading", "Read the full story"]
NOTICES = """\
Become a member today and enjoy exclusive stories, events and offers chosen for you by our editors.
Sign up for our weekly newsletter and get the best of our reporting delivered straight to your inbox every Friday.
By signing up you agree to our terms of use and acknowledge the data practices in our privacy policy.
By subscribing you agree to receive emails from us and our partners. You can unsubscribe at any time.
We use cookies to make this site work and to understand how it is used. By continuing you accept their use.
You have read your last free article this month. Subscribe now for unlimited access to all our stories.
Already a subscriber? Log in to continue.
Support independent journalism. For the price of a coffee you can help keep our newsroom running.
Disclaimer: the information on this website is provided for general purposes only and should not be considered as financial advice. The company, its managers and its employees do not make any guarantee about what is advertised above.
The views expressed in this article are those of the author and do not necessarily reflect those of the publisher.
Copyright 2021 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.
This site is protected by reCAPTCHA and the Google privacy policy and terms of service apply.
Have a story to share with our newsroom? Write to us in confidence and one of our reporters will get back to you.
Join more than 50,000 readers who get our morning briefing. Thank you for signing up, please check your inbox.
Your support makes our work possible. Please help us keep our reporting free for everyone by making a donation today.
Get unlimited digital access for just $1 a week. Cancel at any time.
Enjoy exclusive content, early access to sales and special offers. Join our community today!
Please enter a valid email address. Your information is secure and your privacy is protected.
To comment you must be logged in. Comments are moderated and may take some time to appear.
Download our app for breaking news alerts, live scores and the weather where you live.
We welcome your comments. Please keep them civil and on topic, and report abuse where you see it.
Advertisement: story continues below.
Jane Roe is a staff writer who covers politics and the economy. She has written for several newspapers and lives in the north of the country.
Follow us on Facebook and Twitter for the latest news and analysis.
This post appeared first on newsdaily.com
This article was originally published by The Daily Ledger and is republished here under licence.
A version of this article appeared in print on page A7 of the national edition.
The company is not affiliated with, nor does it receive compensation from, any specific security. Investing involves risk and you should seek advice before you make a decision.
Do you have information about this? Contact the reporter at the address below.
If you value our journalism, become a supporter. Every contribution, however big or small, helps.
This content is for subscribers only. Choose a plan to read the full story.
Sorry, your limit is up for this month. Please help support us by subscribing here.
Share this article with your friends and let us know what you think in the comments below.
Listen to our podcast wherever you get your podcasts.
Our journalists follow a strict code of ethics. If you have noticed an error, please let us know.
""".splitlines()


def one_line(text):
    return re.sub(r"\s+", " ", text)


def load_pages(pages, lines, labels):
    """[(id, [line], labels)] of the labelled pages, in the order of the pages."""
    marks = {}
    with open(labels, encoding="utf8") as file:
        for row in file:
            if row.strip() and not row.startswith("#"):
                name, runs = row.rstrip("\n").split("\t")
                marks[name] = "".join(run[0] * int(run[1:]) for run in runs.split())
    spans = {}
    with open(lines, encoding="utf8") as file:
        for row in file:
            record = json.loads(row)
            spans[record["id"]] = record["lines"]
    out = []
    with open(pages, encoding="utf8") as file:
        for row in file:
            record = json.loads(row)
            mark = marks.get(record["id"].replace("trafilatura-", ""))
            if mark is None:
                continue
            if len(mark) != len(spans[record["id"]]):
                sys.exit("%s: %d labels, %d lines" % (record["id"], len(mark), len(spans[record["id"]])))
            out.append((record["id"], record["text"], spans[record["id"]], mark))
    return out


def parts_of(page):
    name, text, spans, mark = page
    lines = [one_line(text[begin:end]) for begin, end in spans]
    first, last = mark.find("B"), mark.rfind("B")
    if first < 0:
        return None
    head = first
    for i in range(first - 1, max(-1, first - 16), -1):
        if mark[i] == "?":
            head = i
    asides, at = [], first
    for label, run in itertools.groupby(mark[first:last + 1]):
        size = len(list(run))
        if label == "N" and size <= 12:
            asides.append(lines[at:at + size])
        at += size
    return {"id": name, "title": lines[0], "above": lines[1:head], "head": list(zip(lines[head:first], mark[head:first])),
            "body": list(zip(lines[first:last + 1], mark[first:last + 1])), "below": lines[last + 1:], "asides": asides}


def load_news(path):
    out = []
    with open(path, encoding="utf8") as file:
        for row in csv.DictReader(file):
            paragraphs = [p.strip() for p in re.split(r"\n+", row["text"]) if p.strip()]
            date = paragraphs[0] if re.match(r"\w+day, ", paragraphs[0]) else row["date"]
            paragraphs = [p for p in paragraphs if not re.match(r"\w+day, \w+ \d+, \d{4}$", p)]
            if sum(len(p.split()) for p in paragraphs) >= 80:
                out.append((row["title"], date, paragraphs))
    return out


class Maker:
    def __init__(self, parts, news):
        self.r = random.Random(7)
        self.parts, self.news = parts, news
        self.threads = [p for p in parts if any(name in p["id"] for name in THREADS)]
        self.asides = [aside for p in parts for aside in p["asides"]]

    def some(self, items, chance):
        return self.r.choice(items) if self.r.random() < chance else None

    def notices(self, most):
        return [(self.r.choice(NOTICES), "N") for _ in range(self.r.randint(1, most))]

    def teasers(self):
        out = [(self.r.choice(LISTS), "N")]
        for _ in range(self.r.randint(1, 6)):
            title, date, paragraphs = self.r.choice(self.news)
            if self.r.random() < 0.6:
                out.append((self.r.choice(SECTIONS), "N"))
            if self.r.random() < 0.5:
                out.append((title, "N"))
            if self.r.random() < 0.7:
                words = paragraphs[0].split()[:self.r.randint(15, 32)]
                out.append((" ".join(words) + self.r.choice(["...", "…", " ..."]), "N"))
            if self.r.random() < 0.3:
                out.append((date, "N"))
        return out

    def caption(self):
        words = self.r.choice(self.news)[2][-1].split()[:self.r.randint(6, 16)]
        credit = self.r.choice([" (Photo: " + self.r.choice(SITES) + ")", ". Photo: Reuters", " | Photo: AP", " (AFP via Getty Images)"])
        return " ".join(words).rstrip(".,") + credit

    def article(self):
        """(title line, head, body)"""
        if self.r.random() >= 0.6:
            part = self.r.choice(self.parts)
            return part["title"], part["head"], part["body"]
        title, date, paragraphs = self.r.choice(self.news)
        extra = [("By " + self.r.choice(NAMES), "?"), (date, "?")]
        self.r.shuffle(extra)
        head = [(title, "?")] + extra[:self.r.randint(0, 2)]
        if self.r.random() < 0.4:
            head += [(line, "N") for line in self.r.choice(self.parts)["below"][:self.r.randint(1, 5)]]
        if self.r.random() < 0.3:
            paragraphs = paragraphs[:self.r.randint(2, max(2, len(paragraphs)))]
        return title + self.r.choice([" - ", " | ", " – "]) + self.r.choice(SITES), head, [(p, "B") for p in paragraphs]

    def interrupted(self, body):
        out = []
        for i, line in enumerate(body):
            if i and self.r.random() < 0.08:
                kind = self.r.random()
                if kind < 0.5:
                    out += [(x, "N") for x in self.r.choice(self.asides)]
                elif kind < 0.75:
                    below = self.r.choice(self.parts)["below"]
                    at = self.r.randint(0, max(0, len(below) - 8))
                    out += [(x, "N") for x in below[at:at + self.r.randint(1, 8)] if len(x.split()) < 15]
                else:
                    out.append((self.r.choice(LINKS), "N"))
            out.append(line)
        return out

    def page(self):
        """[(line, label)], or none"""
        r = self.r
        above = r.choice(self.parts)
        below = r.choice(self.threads) if r.random() < 0.45 else r.choice(self.parts)
        title, head, body = self.article()
        if r.random() < 0.5:
            body = self.interrupted(body)
        small = r.random() < 0.35
        if small:
            body = body[:r.randint(2, 8)]
        body = list(body)
        while body and body[-1][1] != "B":
            body.pop()
        if not body:
            return None
        for _ in range(2):
            if r.random() < 0.25 and len(body) > 1:
                body.insert(r.randint(1, len(body) - 1), (self.caption(), "?"))
        credit = self.some(CREDITS, 0.15)
        cut = r.random() < 0.12
        words = body[-1][0].split()
        if cut and len(words) > 18:
            body[-1] = (" ".join(words[:r.randint(12, len(words) - 4)]) + r.choice(["...", "…", ""]), "B")
        items = [(title, "N")] if r.random() < 0.85 else []
        lines = [(line, "N") for line in above["above"]]
        if small and r.random() < 0.7:
            lines = lines[:r.randint(0, 8)]
        elif r.random() < 0.15:
            lines = []
        items += lines + (self.notices(4) if r.random() < 0.2 else [])
        items += head if r.random() < 0.9 else []
        items += body + ([(credit, "?")] if credit else [])
        if cut:
            items.append((r.choice(OFFERS), "N"))
        items += self.notices(4) if r.random() < 0.3 else []
        items += self.teasers() if r.random() < 0.3 else []
        tail = below["below"]
        if r.random() < 0.15 or (small and r.random() < 0.7):
            tail = tail[:r.randint(0, 8 if small else len(tail))]
        items += [(line, "N") for line in tail] + (self.notices(3) if r.random() < 0.15 else [])
        return [(line, label) for line, label in items if line.strip()]


def main(argv):
    if len(argv) != 4:
        sys.exit(__doc__)
    labels = os.path.join(os.path.dirname(os.path.abspath(__file__)), "line_labels.tsv")
    pages = load_pages(argv[0], argv[1], labels)
    parts = [part for part in map(parts_of, pages) if part]
    maker = Maker(parts, load_news(argv[2]))
    with open(argv[3], "w", encoding="utf8") as out:
        for name, text, _, mark in pages * COPIES:
            out.write(json.dumps({"id": name, "text": text, "labels": mark}) + "\n")
        for i in range(PAGES_MADE):
            items = maker.page()
            if not items:
                continue
            between = "\n\n" if maker.r.random() < 0.8 else "\n"
            out.write(json.dumps({"id": "made-%d" % i, "text": between.join(line for line, _ in items),
                                  "labels": "".join(label for _, label in items)}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
