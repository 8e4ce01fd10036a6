#!/usr/bin/env python3
"""Makes a dossier of every case that comes with the project, and of it a copy without each class of facts.

Each must hold: `every_case.py TOETS ROOT`. With `--all` the cases of the golden tests of evaluation too.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

CLASSES = ("wonen", "financieel", "zorg", "veiligheid")


def run(toets, *arguments):
    return subprocess.run([toets, *map(str, arguments)], capture_output=True, text=True)


def agreements_of(case):
    """The agreement beside the case, or else in a folder above it."""
    for folder in list(case.parents)[:3]:
        for name in ("rules.md", "rules.toets", "afspraak.md", "afspraak.toets", "convenant.md", "README.md"):
            if (folder / name).exists():
                return folder / name
    return None


def find_cases(root, with_golden):
    cases = sorted((root / "rulesets/noorderhof").rglob("*.yaml")) + sorted((root / "examples").rglob("*.yaml"))
    if with_golden:
        cases += sorted((root / "tests/golden/evaluation").rglob("*.yaml"))
    return [(agreements_of(case), case) for case in cases if agreements_of(case)]


class Checker:
    def __init__(self, toets, folder):
        self.toets = toets
        self.folder = folder
        self.secret = folder / "geheim.txt"
        self.secret.write_text("0123456789abcdef" * 4)
        self.made = 0
        self.copies = 0
        self.wrong = []

    def expect(self, is_right, case, what, result):
        if not is_right:
            self.wrong.append(f"{case}: {what}\n{result.stdout}{result.stderr}")

    def verify(self, case, dossier, what, first_words):
        result = run(self.toets, "verify", dossier)
        holds = result.returncode == 0 and any(words in result.stdout for words in first_words)
        self.expect(holds, case, what, result)

    def check(self, agreement, case):
        dossier = self.folder / "dossier.json"
        dossier.unlink(missing_ok=True)
        options = ["--dossier", dossier, "--secret", self.secret, "-o", "/dev/null"]
        result = run(self.toets, "check", agreement, "--case", case, "--date", "2026-03-01", *options)
        if not dossier.exists():
            self.expect(result.returncode == 2, case, "no dossier and no error", result)
            return
        self.made += 1
        again = self.folder / "again.json"
        options[1] = again
        run(self.toets, "check", agreement, "--case", case, "--date", "2026-03-01", *options)
        self.expect(dossier.read_bytes() == again.read_bytes(), case, "other bytes the second time", result)
        self.verify(case, dossier, "the whole dossier", ["KLOPT NOG"])
        told = {each for section in json.loads(dossier.read_text())["sections"]
                for each in section["classes"] if section["part"] != "case_text"}
        for name in CLASSES:
            copy = self.folder / "copy.json"
            result = run(self.toets, "redact", dossier, "--drop", name, "-o", copy)
            self.expect((result.returncode == 0) == (name in told), case, f"a copy without {name}", result)
            if result.returncode == 0:
                self.copies += 1
                self.verify(case, copy, f"without {name}", ["KLOPT NOG", "KLOPT, VOOR ZOVER"])


def main():
    toets, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(toets, pathlib.Path(folder))
        for agreement, case in find_cases(root, "--all" in sys.argv):
            checker.check(agreement, case)
    print(f"{checker.made} dossiers, {checker.copies} copies, {len(checker.wrong)} wrong")
    print("\n".join(checker.wrong))
    return 1 if checker.wrong or checker.made < 20 else 0


sys.exit(main())
