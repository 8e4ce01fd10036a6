"""Days and terms worked out by other programs: feast days by python3-holidays, months by python3-dateutil, the
articles of the Algemene termijnenwet day by day as their text reads.

    oracle.py DIRECTORY           writes holidays.tsv and terms.tsv there
    oracle.py --check DIRECTORY   fails when the files there say something else
"""
import datetime
import itertools
import pathlib
import random
import sys

import holidays
from dateutil.relativedelta import relativedelta

YEARS = range(2015, 2036)
DAY = datetime.timedelta(days=1)
NAMES = {
    "Nieuwjaarsdag": "nieuwjaarsdag", "Eerste paasdag": "eerste paasdag", "Tweede paasdag": "tweede paasdag",
    "Koningsdag": "koningsdag", "Bevrijdingsdag": "bevrijdingsdag", "Hemelvaart": "hemelvaartsdag",
    "Eerste Pinksterdag": "eerste pinksterdag", "Tweede Pinksterdag": "tweede pinksterdag",
    "Eerste Kerstdag": "eerste kerstdag", "Tweede Kerstdag": "tweede kerstdag",
}
EQUATED = {datetime.date.fromisoformat(day) for day in (
    "2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26")}


def feast_days(year):
    days = {NAMES[name]: day for day, name in holidays.NL(years=year).items()}
    days["goede vrijdag"] = days["eerste paasdag"] - 2 * DAY
    # that package has 5 May once in five years, when most people have the day off; the statute has it every year
    days.setdefault("bevrijdingsdag", datetime.date(year, 5, 5))
    return days


STATUTE = {day for year in range(2014, 2038) for name, day in feast_days(year).items()
           if name not in ("eerste paasdag", "eerste pinksterdag")} | EQUATED


def is_free(day):
    return day.weekday() >= 5 or day in STATUTE


def counted(start, count, unit):
    if unit == "dagen":
        return start + count * DAY
    if unit == "weken":
        return start + 7 * count * DAY
    if unit == "maanden":
        return start + relativedelta(months=count)
    if unit == "jaar":
        return start + relativedelta(years=count)
    day, left, step = start, abs(count), DAY if count > 0 else -DAY
    while left:
        day += step
        left -= not is_free(day)
    return day


def is_excluded(count, unit):
    limit = {"dagen": 90, "weken": 12, "maanden": 3, "jaar": 0, "werkdagen": 10**6}
    return count > limit[unit]


def by_statute(start, count, unit):
    end = counted(start, count, unit)
    if is_excluded(count, unit):
        return end
    is_three_days = unit in ("weken", "maanden") or unit == "dagen" and count >= 3
    while is_free(end) or is_three_days and sum(
            not is_free(start + (n + 1) * DAY) for n in range((end - start).days)) < 2:
        end += DAY
    return end


def moved(start, count, unit):
    end = counted(start, count, unit)
    while is_free(end):
        end += DAY
    return end


def holiday_lines():
    for year in YEARS:
        for name, day in sorted(feast_days(year).items(), key=lambda item: item[1]):
            yield f"{day}\t{name}"


def term_lines():
    chance = random.Random(2026)
    starts = [datetime.date.fromisoformat(day) for day in (
        "2026-01-31", "2026-02-28", "2028-02-29", "2026-04-02", "2026-04-30", "2026-05-13", "2026-08-31",
        "2026-10-31", "2026-11-30", "2026-12-23", "2026-12-24", "2026-12-31", "2027-02-26", "2027-12-30",
        "2028-01-31", "2028-04-26", "2028-05-24")]
    lengths = [(1, "dagen"), (3, "dagen"), (90, "dagen"), (91, "dagen"), (6, "weken"), (12, "weken"), (13, "weken"),
               (1, "maanden"), (3, "maanden"), (4, "maanden"), (1, "jaar"), (2, "jaar"), (1, "werkdagen"),
               (3, "werkdagen"), (10, "werkdagen")]
    last = datetime.date(2028, 9, 30)  # the decrees end with 2028
    for start, (count, unit) in itertools.product(starts, lengths):
        for way, rule in (("zonder verschuiving", counted), ("met verschuiving", moved),
                          ("Algemene termijnenwet", by_statute)):
            if rule(start, count, unit) <= last:
                yield f"{start}\t{count} {unit}\t{way}\t{rule(start, count, unit)}"
        if counted(start, -count, unit).year >= 2026:
            yield f"{start}\t{count} {unit}\tterug\t{counted(start, -count, unit)}"
    for _ in range(400):
        start = datetime.date(2026, 1, 1) + chance.randrange(700) * DAY
        count, unit = chance.choice(((chance.randint(0, 100), "dagen"), (chance.randint(1, 14), "weken"),
                                     (chance.randint(1, 5), "maanden"), (chance.randint(1, 60), "werkdagen")))
        if count:
            yield f"{start}\t{count} {unit}\tAlgemene termijnenwet\t{by_statute(start, count, unit)}"


def main(arguments):
    is_check = arguments[:1] == ["--check"]
    directory = pathlib.Path(arguments[-1])
    status = 0
    for name, lines in (("holidays.tsv", holiday_lines()), ("terms.tsv", term_lines())):
        text = "".join(line + "\n" for line in lines)
        if not is_check:
            (directory / name).write_text(text)
        elif (directory / name).read_text() != text:
            print(f"{name} is not what the oracle says", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
