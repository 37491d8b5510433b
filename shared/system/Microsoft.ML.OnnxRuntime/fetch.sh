#!/usr/bin/env bash
# Brings ONNX Runtime's C# sources and its Linux library into TARGETDIR (the checkout's .lw/onnxruntime):
#   TARGETDIR/Runtime/**/*.cs   TARGETDIR/libonnxruntime.so   TARGETDIR/LICENSE   TARGETDIR/ThirdPartyNotices.txt
# Nothing is done where they lie already. TARGETDIR appears whole or not at all.
set -euo pipefail

package=com.github.asus4.onnxruntime
version=0.4.9
integrity=BkzxduSZ9IkeDP6Q8lz2TFU2ie7hSSvS7ZIfzMooExoq0CNzJnuuGaUJ7IsojBgqO4ouD1jXah8OYyJbCN29Fg==

fail() { echo "fetch ONNX Runtime: $1" >&2; exit 1; }

[ $# -eq 1 ] || fail "usage: fetch.sh TARGETDIR"
target=$1
marker=.fetched-$version
[ -e "$target/$marker" ] && exit 0

command -v npm > /dev/null || fail "npm is not installed; install it (Debian: apt-get install -y npm) and start again."
mkdir -p "$(dirname "$target")" || fail "cannot create the folder of $target."
# In the target's own folder, so that the last step is a rename and not a copy.
work=$(mktemp -d "$(dirname "$target")/.onnxruntime.XXXXXX") || fail "cannot write beside $target."
trap 'rm -rf "$work"' EXIT

if ! (cd "$work" && npm pack --silent "$package@$version" > pack.out 2> pack.err); then
    tail -n 5 "$work/pack.err" >&2
    fail "npm could not download $package $version; check the network or npm's registry setting (npm ping) and start again."
fi
archive=$work/$package-$version.tgz
[ -f "$archive" ] || fail "npm reported success but left no $package-$version.tgz."

expected=$(printf %s "$integrity" | base64 -d | od -An -v -tx1 | tr -d ' \n')
actual=$(sha512sum "$archive" | cut -d ' ' -f 1)
[ "$actual" = "$expected" ] || fail "$package-$version.tgz has SHA-512 $actual, expected $expected: the download is damaged or not the published one; nothing was kept."

mkdir "$work/unpacked" "$work/ready"
tar -xzf "$archive" -C "$work/unpacked" \
    package/Runtime package/Plugins/Linux/x64/libonnxruntime.so package/LICENSE package/ThirdPartyNotices.txt \
    || fail "$package-$version.tgz could not be unpacked (is the disk full?)."
find "$work/unpacked/package/Runtime" -type f ! -name '*.cs' -delete
mv "$work/unpacked/package/Runtime" "$work/unpacked/package/LICENSE" "$work/unpacked/package/ThirdPartyNotices.txt" \
   "$work/unpacked/package/Plugins/Linux/x64/libonnxruntime.so" "$work/ready/"
touch "$work/ready/$marker"

rm -rf "$target"
mv -T "$work/ready" "$target" || fail "cannot move the unpacked files to $target."
