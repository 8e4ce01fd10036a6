#!/usr/bin/env bash
# Measures the engine beside the same rules written by hand. Does its own set-up on Debian 12.
#   bash tests/benchmark/run.sh            100,000 cases
#   bash tests/benchmark/run.sh --large    also 1,000,000 (4 GB on disk, 4 GB of memory)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bash .ci/setup

sizes=(10000 100000)
[[ "${1:-}" == --large ]] && sizes+=(1000000)
data=build/benchmark-data
workload=tests/benchmark/workload
agreement=tests/conformance/werklast.toets
terms=tests/conformance/termijnlast.toets
mkdir -p "$data"

# The command line wants the kind of thing named in every case; the other readers are told it once.
name_the_kind() { sed 's/^/{"dossier":/; s/$/}/' "$1"; }

for size in "${sizes[@]}"; do
  cases="$data/cases-$size.jsonl"
  [[ -s "$cases" ]] || { node "$workload/cases.mjs" "$size" 42 "$cases.part" && mv "$cases.part" "$cases"; }
  term_cases="$data/term-cases-$size.jsonl"
  [[ -s "$term_cases" ]] || { node "$workload/term_cases.mjs" "$size" 42 "$term_cases.part" && mv "$term_cases.part" "$term_cases"; }
  [[ -s "$data/dossiers-$size.jsonl" ]] || name_the_kind "$cases" > "$data/dossiers-$size.jsonl"
done
head -n 1 "$data/dossiers-10000.jsonl" > "$data/dossier.json"
node "$workload/oracle.mjs" "$data/cases-100000.jsonl" "$data/verdicts-100000.txt"

cmake --preset release
cmake --build --preset release --target toets verify_workload benchmark measure_process

echo "== the same verdicts"
build/release/bin/verify_workload "$agreement" "$data/cases-100000.jsonl" "$data/verdicts-100000.txt" \
  "$terms" "$data/term-cases-100000.jsonl"
echo "== evaluation, reading, explanation, compiling (processor time, medians of 9 rounds in mixed order)"
build/release/bin/benchmark "$data" --benchmark_repetitions=9 --benchmark_min_time=0.1 \
  --benchmark_enable_random_interleaving=true
echo "== the binary"
streams=()
for size in "${sizes[@]}"; do streams+=("$data/dossiers-$size.jsonl"); done
build/release/bin/measure_process build/release/toets "$agreement" "$data/dossier.json" "${streams[@]}"
