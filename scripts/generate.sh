#!/usr/bin/env bash
# Makes generated/ from openapi/: per API the bundled contract (json) and its types (ts), and in sdk/ the client package.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf generated/*.json generated/*.ts
npx redocly bundle tms julong waste-sorting user-login back-office --ext json --output generated > /dev/null
node scripts/types.mjs tms julong waste-sorting user-login back-office
# The rest of the project may not compile yet: what the contracts have new is not handled.
npx tsc --build --force src/sdk
npx esbuild scripts/sdk/generate.ts --bundle --platform=node --packages=external --format=esm --log-level=warning |
  node --input-type=module -
