#!/usr/bin/env bash
# How long from 'git clone' to the first flight, on this machine as it is:
#   tests/EndToEnd/first-flight.sh [REPOSITORY]      default: this checkout's last commit
# Clones into a folder of its own with empty caches of NuGet and npm, so that everything is fetched and built anew, flies through a
# model for 60 frames without a window, and says after how many seconds each thing happened. What the system itself has already (the SDK,
# and with profile 'system' Debian's packages) is counted as it is: run it on a machine with only the SDK for the whole of it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
source=${1:-$here}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NUGET_PACKAGES=$work/nuget npm_config_cache=$work/npm LW_LIBRARIES=${LW_LIBRARIES:-}
if [ -z "$LW_LIBRARIES" ]; then unset LW_LIBRARIES; fi
begun=$(date +%s%N)

stamp() {                                         # what comes in, each line with the seconds since the start
    local line
    while IFS= read -r line; do tell "$line"; done
}
tell() { awk -v ns="$(($(date +%s%N) - begun))" -v text="$1" 'BEGIN { printf "%7.1f s  %s\n", ns / 1e9, text }'; }

packages=(libtorch-dev libopenblas0-pthread g++ libglfw3 libturbojpeg0 libwebp7 libwebpmux3 libwebpdemux2 libgl1 libgl1-mesa-dri libegl1 npm)
if command -v dpkg-query >/dev/null; then
    there=$(dpkg-query -W -f '${db:Status-Status}\n' "${packages[@]}" 2>/dev/null | grep -cx installed || true)
    echo "$(nproc) cores; .NET $(dotnet --version); $there of the ${#packages[@]} system packages of profile 'system' are there already"
else
    echo "$(getconf _NPROCESSORS_ONLN) cores; .NET $(dotnet --version)"
fi

tell "git clone"
git clone -q "$source" "$work/lw" 2>&1 | stamp
cd "$work/lw"
model=models/faces-64.onnx
if [ ! -e $model ]; then model=$(find models -name '*.onnx' | LC_ALL=C sort | head -1); fi
tell "./lw view $model --headless"
./lw view "$model" --headless --frames 60 --size 640x480 --out "$work/frames" 2>&1 | stamp
frames=$(find "$work/frames" -name '*.png' | wc -l)
[ "$frames" -eq 60 ] || { echo "only $frames of 60 frames were drawn" >&2; exit 1; }
tell "first flight: 60 frames"
awk -v ns="$(($(date +%s%N) - begun))" 'BEGIN { printf "from git clone to the first flight: %.1f minutes\n", ns / 6e10 }'
