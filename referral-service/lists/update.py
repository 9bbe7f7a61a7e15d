#!/usr/bin/env python3
"""Writes the lists in src/main/resources/attribution and src/main/resources/sla/holidays, and the legal forms in
infra/organisation-names, that other projects maintain.

  update.py mail-providers <domains.json of free-email-domains> <all.json of email-providers>
  update.py legal-forms <ELF code list of GLEIF as CSV>
  update.py holidays <first year> <last year>    (needs `pip install holidays`)

The npm packages are fetched with `npm pack free-email-domains email-providers`. The ELF code list (ISO 20275, CC0) is published at
https://www.gleif.org/en/about-lei/code-lists/iso-20275-entity-legal-forms-code-list. After an update, raise ClientIdentity.FORM.
"""
import csv
import json
import pathlib
import re
import sys

TARGET = pathlib.Path(__file__).parent.parent / "src/main/resources/attribution"
NAMES_TARGET = TARGET.parents[4] / "infra/organisation-names/src/main/resources/organisation-names"

# Reserved for documentation by RFC 2606; no provider has them.
RESERVED = re.compile(r"(^|\.)example\.(com|net|org)$")

# A form is used if its name says that it is a company. Banks, funds, schools and churches keep their names.
COMPANY = re.compile(
    r"limited|liability|company|corporation|incorporat|partnership|gesellschaft|genossenschaft|sociét|societ|socied|società|sociât"
    r"|entreprise|empresa|compañ|companhia|compagnie|vennootschap|coöperati|spółk|společnost|spoločnosť|aktie|aksje|ansvar|anpart"
    r"|selskab|selskap|bolag|osakeyhtiö|yhtiö|osaühing|aktsiaselts|usaldusühing|sabiedr|bendrov|társaság|şirket|ortaklık|shoqëri"
    r"|društvo|družba|дружество|друштво|обществ|товарищ|товариств|підприємств|предприяти|компани|серіктестік|қоғам"
    r"|εταιρ|公司|企業|企业|会社|會社|회사|บริษัท|ห้างหุ้นส่วน|شرك|شركة|חברה|שותפות|perseroan|persekutuan|sendirian|berhad|công ty"
    r"|kompan|ширкат|жамиат|jamiyat|ընկերություն|საზოგადოება|कंपनी|հասարակ",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(bank|banque|banco|banca|fund|fonds|fondo|fundo|fond|trust|insurance|assurance|seguros|credit union|church|school|university"
    r"|hospital|association|foundation|foreign|branch|sucursal|succursale|filiale|government|public body|mutual|building society"
    r"|investment|inversión|investissement|politi\w*|sports?|other|autre|sole proprietor\w*)\b"
    r"|外国|外國|外商|其他",
    re.IGNORECASE,
)
# Abbreviations that are more often a word or a name of their own.
NAMES = set("association multi op ed up pc hk lg is sap ms ml cc proprietary gen soc sic society club pertubuhan".split())
# In these countries the form is written before the name, too.
BEFORE = set("AE AM AZ BE BG BH BY CD DZ EE EG FI FR ID IQ JO KG KH KW KZ LA LB LT LU LV LY MA MC MD OM QA RU SA SE SN TH TJ TN TW UA UZ VN YE CN JP KR HK".split())


def write(name, header, lines, target=TARGET):
    text = "".join(f"# {line}\n" for line in header) + "".join(f"{line}\n" for line in lines)
    (target / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(lines)} lines")


# The countries whose holidays are shipped. For Hong Kong the general holidays count, which the package divides into two categories.
HOLIDAYS = {
    "MY": "public", "SG": "public", "JP": "public", "DE": "public", "ES": "public", "PT": "public", "BR": "public", "GB": "public",
    "US": "public", "IN": "public", "HK": "public optional",
}


# Days that the package has although they are none. National Day of 2028 is a Sunday and is made up for on Monday, 2 October.
MISTAKES = {("HK", "2028-10-03")}


# Days off everywhere but in one region. They count for a firm that names no region.
ALMOST_EVERYWHERE = {("MY", "Diwali"), ("MY", "Diwali (observed)")}


def days_off(holidays, country, region, years, categories):
    found = holidays.country_holidays(country, subdiv=region, years=years, categories=categories, language="en_US")
    return {
        day.isoformat(): name
        for day, name in found.items()
        if day.year in years and (country, day.isoformat()) not in MISTAKES
    }


def holiday_lists(first, last):
    import holidays

    folder = TARGET.parent / "sla/holidays"
    folder.mkdir(parents=True, exist_ok=True)
    years = range(int(first), int(last) + 1)
    for country, categories in HOLIDAYS.items():
        everywhere = days_off(holidays, country, None, years, categories.split())
        known = [r for r in holidays.country_holidays(country).subdivisions if re.fullmatch(r"[A-Z0-9]{1,3}", r)]
        regions = {r: days_off(holidays, country, r, years, categories.split()) for r in known}
        lines = []
        for day in sorted(set(everywhere).union(*regions.values())):
            with_day = [r for r in known if day in regions[r]]
            name = everywhere.get(day) or regions[with_day[0]][day]
            where = (["-"] if day in everywhere or (country, name) in ALMOST_EVERYWHERE else []) + with_day
            lines.append(f"{day} {'*' if len(where) == len(known) + 1 else ','.join(where)} {name}")
        (folder / f"{country}.txt").write_text(
            f"# Generated by lists/update.py from PyPI holidays {holidays.__version__} (MIT, https://github.com/vacanza/holidays).\n"
            "# Each line: the day, where it is a day off (* everywhere, - without a region, or regions by ISO 3166-2), and its name.\n"
            "# Days that follow the moon are estimates until a government announces them; the name says so.\n"
            f"years {first} {last}\n"
            f"regions {' '.join(known)}\n" + "".join(f"{line}\n" for line in lines),
            encoding="utf-8",
        )
        print(f"{country}: {len(lines)} lines")


def mail_providers(free, providers):
    domains = set(json.loads(pathlib.Path(free).read_text())) | set(json.loads(pathlib.Path(providers).read_text()))
    kept = sorted(d.strip().lower() for d in domains if "." in d and not RESERVED.search(d.strip().lower()))
    write(
        "mail-providers.txt",
        [
            "Generated by lists/update.py: domains under which anybody has an address.",
            "Sources: npm free-email-domains 1.12.6 (MIT, 2026-09-23) and npm email-providers 2.26.0 (ISC, 2026-09-07).",
        ],
        kept,
    )


def forms(row):
    for column in (5, 8):
        yield re.sub(r"\(.*?\)", " ", row[column]), True
        yield row[column], True
    for column in (9, 10):
        for abbreviation in row[column].split(";"):
            yield abbreviation, False


def legal_forms(elf):
    found = {}
    with open(elf, encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            name = row[5] + " " + row[8]
            if not COMPANY.search(name) or OTHER.search(name):
                continue
            before = row[2] in BEFORE
            for form, whole in forms(row):
                form = re.sub(r"\s+", " ", form).strip().lower()
                if len(form) < 2 or form in NAMES or not re.search(r"\w", form):
                    continue
                found[form] = found.get(form, False) or before
    write(
        "legal-forms-elf.txt",
        [
            "Generated by lists/update.py from the ELF code list of GLEIF, version 1.6 of 2026-02-19 (ISO 20275, CC0).",
            '"end" is written after a name, "both" also before it.',
        ],
        [("both " if before else "end ") + form for form, before in sorted(found.items())],
        NAMES_TARGET,
    )


if __name__ == "__main__":
    {"mail-providers": mail_providers, "legal-forms": legal_forms, "holidays": holiday_lists}[sys.argv[1]](*sys.argv[2:])
