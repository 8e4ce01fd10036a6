#!/usr/bin/env bash
# Builds Toetssteen and shows what it answers: first on the Noorderhof agreement, then on one small idea at a time.
# Does its own set-up on Debian 12.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [[ -f .ci/setup ]]; then bash .ci/setup build; fi
cmake --preset release
cmake --build --preset release
toets=build/release/toets

heading() { printf '\n\n==== %s\n' "$1"; }

messages=$(mktemp)
trap 'rm -f "$messages"' EXIT

# 0 toegestaan, 1 niet toegestaan and 3 nog niet te zeggen are answers; 2 and anything else is a failure. Warnings about
# what is not supported yet are counted here; `toets compile` shows them.
check() {
  local agreement=$1 status=0 warnings
  shift
  printf '\n$ toets check %s --case %s\n\n' "$agreement" "$*"
  "$toets" check "$agreement" --case "$@" 2>"$messages" || status=$?
  case $status in
    0 | 1 | 3) ;;
    *) cat "$messages" >&2; echo "toets stopped with exit status $status" >&2; exit 1 ;;
  esac
  warnings=$(grep -c '^waarschuwing ' "$messages" || true)
  if [[ $warnings -gt 0 ]]; then printf '\n(waarschuwingen over deze afspraak: %s; zie toets compile %s)\n' "$warnings" "$agreement"; fi
}

# How it stands with what was agreed, over a whole register.
monitor() {
  printf '\n$ toets monitor %s --register %s --date 2026-04-01\n\n' "$1" "$2"
  "$toets" monitor "$1" --register "$2" --date 2026-04-01
}

heading "Noorderhof: te laat getekend, en de leeftijd is onbekend"
check rulesets/noorderhof/convenant.md rulesets/noorderhof/zaken/2026-014-te-laat-getekend.yaml
heading "Noorderhof: schulden, en dezelfde schulden met een saneringsplan"
check rulesets/noorderhof/convenant.md rulesets/noorderhof/zaken/2026-017-schulden.yaml
check rulesets/noorderhof/convenant.md rulesets/noorderhof/zaken/2026-018-saneringsplan.yaml
heading "Noorderhof: is deze cliënt klaar om aan te melden?"
check rulesets/noorderhof/convenant.md rulesets/noorderhof/zaken/2026-029-gereed-voor-aanmelding.yaml
heading "Alleen de wet: een toewijzing die mag"
check rulesets/wet/passend-toewijzen.md rulesets/wet/zaken/toegestaan.yaml

for agreement in examples/*/afspraak.md; do
  folder=$(dirname "$agreement")
  heading "$(head -n 1 "$agreement" | sed 's/^# //')"
  within=()
  if [[ -d $folder/register ]]; then within=(--register "$folder/register"); fi
  for case in "$folder"/*.yaml; do
    [[ $case == */koppeling.yaml ]] || check "$agreement" "$case" ${within[@]+"${within[@]}"}
  done
  for register in "$folder"/*.csv; do
    [[ ! -e $register ]] || check "$agreement" "$register" --mapping "$folder/koppeling.yaml"
  done
  if [[ -d $folder/register ]]; then monitor "$agreement" "$folder/register"; fi
done

cat <<'TEXT'


Verder lezen:
  README.md                          wat Toetssteen is en voor wie
  docs/taal.md                       de taal, met bij elke zin een voorbeeld
  rulesets/noorderhof/convenant.md   een hele afspraak
  rulesets/README.md                 wat er is en wat fictief is
TEXT
