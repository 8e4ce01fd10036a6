#!/usr/bin/env python3
"""Makes the dossiers of these golden cases: with the program, and then changed. See README.md."""
import copy
import hashlib
import json
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).parent.resolve()
TOETS = pathlib.Path(sys.argv[1]).resolve()


def canonical(content):
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def text_of(dossier):
    return json.dumps(dossier, sort_keys=True, indent=2, ensure_ascii=False) + "\n"


def fingerprint(dossier):
    lines = dossier["form"] + "\n"
    for each in dossier["sections"]:
        lines += f"{each['part']} {each['number']} {','.join(each['classes'])} {each['hash']}\n"
    return hashlib.sha256(lines.encode()).hexdigest()


def seal(dossier):
    """As somebody would who changed a dossier and works out its hashes again."""
    for each in dossier["sections"]:
        if "content" in each:
            salted = each.get("salt", "") + "\n" + canonical(each["content"])
            each["hash"] = hashlib.sha256(salted.encode()).hexdigest()
    dossier["fingerprint"] = fingerprint(dossier)
    return dossier


def section(dossier, part, number=0):
    return next(each for each in dossier["sections"] if each["part"] == part and each["number"] == number)


def run(*arguments):
    subprocess.run([TOETS, *arguments], cwd=FOLDER / "maken", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def read(path):
    return (FOLDER / path).read_text(encoding="utf-8")


def write(path, text):
    (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
    (FOLDER / path).write_bytes(text if isinstance(text, bytes) else text.encode())


def make(path, *options, agreement="rules.md", case="zaak.yaml"):
    (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
    target = str(FOLDER / path)
    run("check", agreement, "--case", case, "--dossier", target, *options)
    dossier = json.loads(read(path))
    assert text_of(dossier) == read(path), "the file is not written as JSON is in Python"
    assert text_of(seal(copy.deepcopy(dossier))) == read(path), "the hashes are not those of the recipe"
    return dossier


def make_changed(whole):
    """One byte in each part, and in what holds the parts together."""
    changes = {
        "programma": ("program", 0, "0.1", "9.1"),
        "vraag": ("question", 0, "2026-03-01", "2026-03-02"),
        "afspraak": ("document", 1, "veertig", "Veertig"),
        "tekst_van_de_zaak": ("case_text", 0, "1650,00", "1950,00"),
        "gegevens": ("facts", 3, "1650,00", "1950,00"),
        "oordeel": ("summary", 0, "verdict_code\":\"allowed", "verdict_code\":\"Allowed"),
        "antwoord": ("details", 0, "counts_not_in", "Counts_not_in"),
        "uitkomst": ("finding", 1, "satisfied", "Satisfied"),
        "onderbouwing": ("proof", 1, "amount_in_cents", "Amount_in_cents"),
    }
    for name, (part, number, old, new) in changes.items():
        other = copy.deepcopy(whole)
        changed = section(other, part, number)
        assert old in canonical(changed["content"]), name
        changed["content"] = json.loads(canonical(changed["content"]).replace(old, new, 1))
        write(f"gewijzigd/{name}.json", text_of(other))
    text = text_of(whole)
    for key in ("salt", "hash", "fingerprint"):
        at = text.index(f'"{key}": "') + len(f'"{key}": "')
        write(f"gewijzigd/{key}.json", text[:at] + ("1" if text[at] == "0" else "0") + text[at + 1:])
    write("gewijzigd/klasse.json", text.replace('"financieel"\n      ],\n      "content"', '"zorg"\n      ],\n      "content"', 1))
    write("gewijzigd/witruimte.json", text.replace('"sections": [', '"sections":  [', 1))


def make_forged(whole):
    """Changed with all hashes worked out again: only the program can tell."""
    other = copy.deepcopy(whole)
    content = section(other, "finding", 1)["content"]
    content["outcome"], content["outcome_code"] = "ontbreekt", "missing"
    write("nagemaakt/uitkomst.json", text_of(seal(other)))

    other = copy.deepcopy(whole)
    content = section(other, "document", 1)["content"]
    content["text"] = [line.replace("40%", "30%") for line in content["text"]]
    content["sha256"] = hashlib.sha256("\n".join(content["text"]).encode()).hexdigest()
    write("nagemaakt/afspraak.json", text_of(seal(other)))

    other = copy.deepcopy(whole)
    content = section(other, "document", 1)["content"]
    content["text"] = ["voorwaarde zonder afspraak"]
    write("nagemaakt/onleesbare_afspraak.json", text_of(seal(other)))

    other = copy.deepcopy(whole)
    content = section(other, "case_text")["content"]
    content["text"] = [line.replace("1650", "1000") for line in content["text"]]
    write("nagemaakt/zaak.json", text_of(seal(other)))

    other = copy.deepcopy(whole)
    content = section(other, "case_text")["content"]
    content["text"] = ["geen: zaak"]
    write("nagemaakt/onleesbare_zaak.json", text_of(seal(other)))

    other = copy.deepcopy(whole)
    content = section(other, "summary")["content"]
    content["verdict"], content["verdict_code"] = "niet toegestaan", "not_allowed"
    write("nagemaakt/oordeel.json", text_of(seal(other)))

    other = copy.deepcopy(whole)
    gone = [section(other, "finding", 1), section(other, "proof", 1)]
    other["sections"] = [each for each in other["sections"] if each not in gone]
    write("nagemaakt/uitkomst_weggehaald.json", text_of(seal(other)))

    other = copy.deepcopy(whole)
    section(other, "proof", 1)["content"]["reasons"][0]["facts"] = []
    write("nagemaakt/onderbouwing.json", text_of(seal(other)))


def make_other_version(whole):
    other = copy.deepcopy(whole)
    section(other, "program")["content"]["version"] = "0.0.9"
    write("andere_versie/zelfde_antwoord.json", text_of(seal(copy.deepcopy(other))))
    section(other, "proof", 1)["content"]["reasons"][0]["truth"] = "yes"
    write("andere_versie/anders_verwoord.json", text_of(seal(copy.deepcopy(other))))
    section(other, "finding", 1)["content"]["outcome_code"] = "unknown"
    write("andere_versie/ander_antwoord.json", text_of(seal(other)))


def make_copies(whole):
    source = str(FOLDER / "klopt/dossier.json")
    (FOLDER / "weggelaten").mkdir(exist_ok=True)
    for name in ("financieel", "zorg", "wonen"):
        run("redact", source, "--drop", name, "-o", str(FOLDER / f"weggelaten/zonder_{name}.json"))
    run("redact", source, "--drop", "zorg", "--drop", "financieel", "-o", str(FOLDER / "weggelaten/zonder_beide.json"))
    copy_text = read("weggelaten/zonder_financieel.json")
    write("weggelaten/gewijzigd.json", copy_text.replace('"text": "2026-03-20"', '"text": "2026-03-21"', 1))
    other = json.loads(copy_text)
    gone = section(other, "proof", 1)
    del gone["content"], gone["salt"]
    write("weggelaten/te_veel_weg.json", text_of(other))
    other = json.loads(copy_text)
    section(other, "finding", 1)["content"]["outcome_code"] = "satisfied"
    write("weggelaten/nagemaakt.json", text_of(seal(other)))



def make_broken(whole):
    text = text_of(whole)
    write("geen_dossier/leeg.json", "")
    write("geen_dossier/afgebroken.json", text[: len(text) // 2])
    write("geen_dossier/zonder_staart.json", text[:-3])
    write("geen_dossier/andere_vorm.json", text.replace("toets dossier 1", "toets dossier 2", 1))
    write("geen_dossier/geen_vorm.json", '{"antwoord": 42}\n')
    write("geen_dossier/een_lijst.json", "[1, 2, 3]\n")
    write("geen_dossier/te_diep.json", "[" * 5000 + "]" * 5000)
    write("geen_dossier/geen_tekst.json", bytes([0x7B, 0xFF, 0xFE, 0x7D]))
    other = copy.deepcopy(whole)
    other["sections"].insert(0, copy.deepcopy(other["sections"][2]))
    write("geen_dossier/dubbel_deel.json", text_of(other))
    other = copy.deepcopy(whole)
    section(other, "summary")["part"] = "samenvatting"
    write("geen_dossier/onbekend_deel.json", text_of(other))
    other = copy.deepcopy(whole)
    other["sections"] = [each for each in other["sections"] if each["part"] != "question"]
    write("geen_dossier/zonder_vraag.json", text_of(other))
    other = copy.deepcopy(whole)
    section(other, "question")["content"]["reference_date"] = "morgen"
    write("geen_dossier/onleesbare_vraag.json", text_of(seal(other)))


def make_beside_register():
    """Beside a register of which a file then changes."""
    evaluation = FOLDER.parents[1] / "evaluation/G1"
    register = (evaluation / "register.jsonl").read_text(encoding="utf-8")
    write("register/register.jsonl", register)
    case = str(evaluation / "maximum_ruimte/case.yaml")
    run("check", str(evaluation / "README.md"), "--case", case, "--register", str(FOLDER / "register/register.jsonl"),
        "--date", "2026-04-01", "--dossier", str(FOLDER / "register/dossier.json"))
    write("register/later/register.jsonl", "".join(register.splitlines(keepends=True)[:-1]))


def make_others():
    make("klopt/met_bekend_op.json", "--known-as-of", "2026-02-01")
    make("klopt/zaak_in_json.json", "--secret", "geheim.txt", case="zaak.json")
    make("weggelaten/zonder_geheim.json")


def main():
    whole = make("klopt/dossier.json", "--secret", "geheim.txt")
    known = re.sub("--fingerprint [1-9a-f]\\w*", "--fingerprint " + whole["fingerprint"], read("klopt/command"))
    write("klopt/command", known)
    make_others()
    small = make("klopt/klein.json", "--secret", "geheim.txt", agreement="klein.md", case="klein.yaml")
    make_changed(small)
    make_forged(small)
    make_other_version(small)
    make_copies(whole)
    make_broken(small)
    make_beside_register()


main()
