#!/usr/bin/env bash
# Installs what the scripts here need, beside them, once.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command -v npm >/dev/null || { echo "the scripts in tests/data need node and npm (Debian: apt-get install npm)" >&2; exit 6; }
if [ ! -d "$here/node_modules/@resvg/resvg-js" ]; then
    (cd "$here" && npm install --no-audit --no-fund --no-package-lock --loglevel error >&2)
fi
