#!/usr/bin/env bash
# Installs ONNX Runtime for Node beside this script, once: 85 MB from npm's registry and from nowhere else.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command -v npm >/dev/null || { echo "ONNX Runtime for Node needs node and npm (Debian: apt-get install npm)" >&2; exit 6; }
version=$(node -p "require('$here/package.json').dependencies['onnxruntime-node']")
installed=$here/node_modules/onnxruntime-node/package.json
if [ ! -e "$installed" ] || [ "$(node -p "require('$installed').version")" != "$version" ]; then
    # The package's own install script would fetch CUDA libraries from elsewhere.
    (cd "$here" && ONNXRUNTIME_NODE_INSTALL=skip npm install --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel error >&2)
fi
