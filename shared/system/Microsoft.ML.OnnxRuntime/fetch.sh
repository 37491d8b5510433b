#!/usr/bin/env bash
# Brings ONNX Runtime's C# sources and its Linux library into TARGETDIR (the checkout's .lw/onnxruntime):
#   TARGETDIR/Runtime/**/*.cs   TARGETDIR/libonnxruntime.so   TARGETDIR/LICENSE   TARGETDIR/ThirdPartyNotices.txt
# Nothing is done where they lie already. TARGETDIR appears whole or not at all.
set -euo pipefail

what='ONNX Runtime'
package=com.github.asus4.onnxruntime
version=0.4.9
integrity=BkzxduSZ9IkeDP6Q8lz2TFU2ie7hSSvS7ZIfzMooExoq0CNzJnuuGaUJ7IsojBgqO4ouD1jXah8OYyJbCN29Fg==

. "$(dirname "${BASH_SOURCE[0]}")/../../npm-package.sh"
[ $# -eq 1 ] || fail "usage: fetch.sh TARGETDIR"
target=$1
is_there && exit 0

begin_package
unpack_package package/Runtime package/Plugins/Linux/x64/libonnxruntime.so package/LICENSE package/ThirdPartyNotices.txt
find "$work/unpacked/package/Runtime" -type f ! -name '*.cs' -delete
mv "$work/unpacked/package/Runtime" "$work/unpacked/package/LICENSE" "$work/unpacked/package/ThirdPartyNotices.txt" \
   "$work/unpacked/package/Plugins/Linux/x64/libonnxruntime.so" "$work/ready/"
keep_package
