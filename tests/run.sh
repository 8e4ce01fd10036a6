#!/usr/bin/env bash
# Builds the project and runs all tests. Does its own set-up on Debian 12.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash .ci/setup
cmake --preset dev
cmake --build --preset dev
ctest --preset dev
