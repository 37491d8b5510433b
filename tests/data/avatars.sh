#!/usr/bin/env bash
# Installs what avatars.mjs needs (once, beside it) and runs it: tests/data/avatars.sh FOLDER [--count 4000] [--size 64]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command -v npm >/dev/null || { echo "avatars.sh needs node and npm (Debian: apt-get install npm)" >&2; exit 6; }
if [ ! -d "$here/node_modules/@resvg/resvg-js" ]; then
    (cd "$here" && npm install --no-audit --no-fund --no-package-lock --loglevel error >&2)
fi
exec node "$here/avatars.mjs" "$@"
