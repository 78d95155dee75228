#!/usr/bin/env bash
# Makes generated/ anew and fails when that changes what is committed, or leaves a file there that is not.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/generate.sh
# A checkout may belong to another user than the one who runs this, as in a container.
git=(git -c 'safe.directory=*')
"${git[@]}" diff --exit-code --stat HEAD -- generated
untracked=$("${git[@]}" ls-files --others -- generated)
if [ -n "$untracked" ]; then
  echo "not committed: $untracked" >&2
  exit 1
fi
