#!/usr/bin/env bash
# Installs what avatars.mjs needs (once, beside it) and runs it: tests/data/avatars.sh FOLDER [--style adventurer|bottts] [--count 4000] [--size 64] [--labels]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/install.sh"
exec node "$here/avatars.mjs" "$@"
