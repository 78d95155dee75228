#!/usr/bin/env bash
# Makes generated/ from openapi/: per API the bundled contract (json) and its types (ts).
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf generated/*.json generated/*.ts
npx redocly bundle tms julong waste-sorting user-login back-office --ext json --output generated > /dev/null
npx openapi-typescript --default-non-nullable=false > /dev/null
