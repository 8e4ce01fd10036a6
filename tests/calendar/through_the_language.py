"""The terms of terms.tsv once more, written in an agreement and asked of the binary: every length is a duty, every start
a case, and the last day is what the answer says.

    through_the_language.py TOETS ROOT [WAY]
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

WAYS = {
    "zonder verschuiving": ("convenant", "de kalender zonder verschuiving", "binnen {} na"),
    "met verschuiving": ("convenant", "de werkdagenkalender", "binnen {} na"),
    "Algemene termijnenwet": ("wet", "de Algemene termijnenwet", "binnen {} na"),
    "terug": ("wet", "de Algemene termijnenwet", "uiterlijk {} vóór"),
}
WORKING_DAYS = """
kalender de werkdagenkalender
  werkdagen zijn maandag tot en met vrijdag
  geen werkdag: erkende feestdagen, Goede Vrijdag
  geen werkdag: 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028, 26 mei 2028
"""


def agreement(way, lengths):
    kind, calendar, term = WAYS[way]
    # plain days are a working calendar's too, when terms never move
    terms = "de werkdagenkalender, zonder verschuiving" if way == "zonder verschuiving" else calendar
    text = f"{kind} termijnen\n  niveau {'wet' if kind == 'wet' else 'regio'}\n"
    if kind == "wet":
        text += "  gebruikt Algemene termijnenwet\n"
    text += f"  rol de gemeente\n  termijnen volgens {terms}\n"
    if kind != "wet":
        text += WORKING_DAYS
    text += "\ngebeurtenis de aanvraag\n"
    for index, length in enumerate(lengths):
        text += f"""
gebeurtenis het besluit n{index} van een aanvraag (volledig)

verplichting n{index}
  bij elke aanvraag
  de gemeente zorgt voor een besluit n{index}, {term.format(length)} de aanvraag
"""
    return text


def last_days(toets, root, way, lengths, starts):
    """By start and length the last day that the answer names."""
    with tempfile.TemporaryDirectory() as folder:
        rules = pathlib.Path(folder, "termijnen.toets")
        rules.write_text(agreement(way, lengths))
        cases = pathlib.Path(folder, "zaken.json")
        cases.write_text(json.dumps(
            [{"zaak": start, "peildatum": start, "aanvraag": {"datum": start}} for start in starts]))
        documents = [str(rules)]
        if WAYS[way][0] == "wet":
            documents.append(str(root / "rulesets/wet/algemene-termijnenwet.md"))
        run = subprocess.run([toets, "check", *documents, "--case", str(cases), "--all", "--format", "json"],
                             capture_output=True, text=True, check=False)
    if run.returncode == 2:
        sys.exit(run.stderr)
    days = {}
    for answer in json.loads(run.stdout)["answers"]:
        for finding in answer["findings"]:
            index = int(finding["rule"].removeprefix("n"))
            days[answer["label"], lengths[index]] = finding["term"]
    return days


def main(toets, folder, *ways):
    root = pathlib.Path(folder)
    lines = [line.split("\t") for line in (root / "tests/calendar/terms.tsv").read_text().splitlines()]
    wanted = collections.defaultdict(dict)
    for start, length, way, last in lines:
        wanted[way][start, length] = last
    wrong = compared = 0
    for way in ways or WAYS:
        lengths = sorted({length for _, length in wanted[way]})
        starts = sorted({start for start, _ in wanted[way]})
        found = last_days(toets, root, way, lengths, starts)
        for (start, length), last in wanted[way].items():
            compared += 1
            if found.get((start, length)) != last:
                wrong += 1
                print(f"{length} from {start}, {way}: {last}, but the answer says {found.get((start, length))}")
    print(f"{compared} terms compared")
    return 1 if wrong or compared < 1000 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
