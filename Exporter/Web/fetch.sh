#!/usr/bin/env bash
# Brings the npm package onnxruntime-web into TARGETDIR (the checkout's .lw/onnxruntime-web), which 'lw export --web' copies from:
#   TARGETDIR/package.json   TARGETDIR/dist/ort*.min.mjs   TARGETDIR/dist/ort-wasm*
# Nothing is done where it lies already. TARGETDIR appears whole or not at all.
set -euo pipefail

what='ONNX Runtime Web'
size='25 MB'
package=onnxruntime-web
version=1.23.2
integrity=T09JUtMn+CZLk3mFwqiH0lgQf+4S7+oYHHtk6uhaYAAJI95bTcKi5bOOZYwORXfS/RLZCjDDEXGWIuOCAFlEjg==

. "$(dirname "${BASH_SOURCE[0]}")/../../shared/npm-package.sh"
[ $# -eq 1 ] || fail "usage: fetch.sh TARGETDIR"
target=$1
is_there && exit 0

begin_package ", or give --runtime DIR (lw export --help)"
unpack_package package/package.json package/dist
mkdir "$work/ready/dist"
mv "$work/unpacked/package/package.json" "$work/ready/"
mv "$work"/unpacked/package/dist/ort.{wasm,webgpu}.min.mjs "$work"/unpacked/package/dist/ort-wasm-simd-threaded{,.asyncify}.{mjs,wasm} "$work/ready/dist/" \
    || fail "$package-$version.tgz lacks files that the page needs."
keep_package
