#!/usr/bin/env bash
# Measures the monitor of a fictional region, and one proposed case beside its register, at three sizes of the register.
#   bash tests/benchmark/region/run.sh            1,000 and 100,000 allocations
#   bash tests/benchmark/region/run.sh --large    also 1,000,000 (0.4 GB on disk)
# Nothing here asserts a time. Processor time and peak memory are those of one thread (`--jobs 1`); a second table has the
# time by the clock for one and for all cores. The yardstick is reading and judging the same lines without counting them (`toets check`).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

sizes=(1000 100000)
[[ "${1:-}" == --large ]] && sizes+=(1000000)
toets=${TOETS:-build/release/toets}
date=2026-07-01
data=build/benchmark-data
proposal=${PROPOSAL:-build/release/bin/region_proposal}
[[ -x "$toets" && -x "$proposal" ]] || { cmake --preset release && cmake --build --preset release --target toets region_proposal; }
mkdir -p "$data"

row() {
  local what=$1 size=$2
  shift 2
  /usr/bin/time -o "$data/time.txt" -f '%U %S %M' "$@" --jobs 1 > /dev/null 2>&1 || true
  tail -n 1 "$data/time.txt" | awk -v what="$what" -v size="$size" \
    '{ seconds = $1 + $2; printf "| %s | %d | %.2f | %.1f | %.0f |\n", what, size, seconds, seconds * 1e6 / size, $3 / 1024 }'
}

echo "| what | allocations | processor seconds | µs an allocation | peak MB |"
echo "|---|---:|---:|---:|---:|"
for size in "${sizes[@]}"; do
  region="$data/region-$size"
  [[ -s "$region/register.jsonl" ]] || node tests/benchmark/region/region.mjs "$size" 42 "$region"
  agreement="$region/convenant.md"
  row "monitor, csv" "$size" "$toets" monitor "$agreement" --register "$region/register.jsonl" --date "$date" --format csv
  row "monitor, text" "$size" "$toets" monitor "$agreement" --register "$region/register.jsonl" --date "$date"
  row "monitor, json" "$size" "$toets" monitor "$agreement" --register "$region/register.jsonl" --date "$date" --format json
  row "one proposed case" "$size" "$toets" check "$agreement" --case "$region/voorstel.yaml" \
    --register "$region/register.jsonl" --date "$date"
  row "yardstick: check" "$size" "$toets" check "$agreement" --case "$region/register.jsonl" --date "$date"
done

clock() {
  /usr/bin/time -o "$data/time.txt" -f '%e' "$@" > /dev/null 2>&1 || true
  tail -n 1 "$data/time.txt"
}
echo
echo "| what | allocations | seconds by the clock, 1 core | all cores | ratio |"
echo "|---|---:|---:|---:|---:|"
largest=${sizes[-1]}
region="$data/region-$largest"
for what in monitor check; do
  input=--register
  [[ $what == check ]] && input=--case
  arguments=("$toets" "$what" "$region/convenant.md" "$input" "$region/register.jsonl" --date "$date")
  one=$(clock "${arguments[@]}" --jobs 1)
  all=$(clock "${arguments[@]}" --jobs "$(nproc)")
  awk -v what="$what" -v size="$largest" -v one="$one" -v all="$all" \
    'BEGIN { printf "| %s | %d | %.2f | %.2f | %.2f |\n", what, size, one, all, one / all }'
done

echo
folders=()
for size in "${sizes[@]}"; do folders+=("$data/region-$size"); done
"$proposal" "${folders[@]}" --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
