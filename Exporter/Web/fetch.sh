#!/usr/bin/env bash
# Brings the npm package onnxruntime-web into TARGETDIR (the checkout's .lw/onnxruntime-web), which 'lw export --web' copies from:
#   TARGETDIR/package.json   TARGETDIR/dist/ort*.min.mjs   TARGETDIR/dist/ort-wasm*
# Nothing is done where it lies already. TARGETDIR appears whole or not at all.
set -euo pipefail

package=onnxruntime-web
version=1.23.2
integrity=T09JUtMn+CZLk3mFwqiH0lgQf+4S7+oYHHtk6uhaYAAJI95bTcKi5bOOZYwORXfS/RLZCjDDEXGWIuOCAFlEjg==

fail() { echo "fetch ONNX Runtime Web: $1" >&2; exit 1; }

[ $# -eq 1 ] || fail "usage: fetch.sh TARGETDIR"
target=$1
marker=.fetched-$version
[ -e "$target/$marker" ] && exit 0

command -v npm > /dev/null || fail "npm is not installed; install it (Debian: apt-get install -y npm) and start again, or give --runtime DIR (lw export --help)."
mkdir -p "$(dirname "$target")" || fail "cannot create the folder of $target."
# In the target's own folder, so that the last step is a rename and not a copy.
work=$(mktemp -d "$(dirname "$target")/.onnxruntime-web.XXXXXX") || fail "cannot write beside $target."
trap 'rm -rf "$work"' EXIT

echo "lw: fetching $package $version (25 MB, once)" >&2
if ! (cd "$work" && npm pack --silent "$package@$version" > pack.out 2> pack.err); then
    tail -n 5 "$work/pack.err" >&2
    fail "npm could not download $package $version; check the network or npm's registry setting (npm ping) and start again."
fi
archive=$work/$package-$version.tgz
[ -f "$archive" ] || fail "npm reported success but left no $package-$version.tgz."

expected=$(printf %s "$integrity" | base64 -d | od -An -v -tx1 | tr -d ' \n')
actual=$(sha512sum "$archive" | cut -d ' ' -f 1)
[ "$actual" = "$expected" ] || fail "$package-$version.tgz has SHA-512 $actual, expected $expected: the download is damaged or not the published one; nothing was kept."

mkdir "$work/unpacked" "$work/ready" "$work/ready/dist"
tar -xzf "$archive" -C "$work/unpacked" package/package.json package/dist \
    || fail "$package-$version.tgz could not be unpacked (is the disk full?)."
mv "$work/unpacked/package/package.json" "$work/ready/"
mv "$work"/unpacked/package/dist/ort.{wasm,webgpu}.min.mjs "$work"/unpacked/package/dist/ort-wasm-simd-threaded{,.asyncify}.{mjs,wasm} "$work/ready/dist/" \
    || fail "$package-$version.tgz lacks files that the page needs."
touch "$work/ready/$marker"

rm -rf "$target"
mv -T "$work/ready" "$target" || fail "cannot move the unpacked files to $target."
