#!/usr/bin/env bash
# Makes every picture of the README, from the models in the tree and two runs:
#   docs/pictures.sh ANIME_RUN MODERN_RUN        (the run folders of the commands in models/avatars-64.md)
# Needs ImageMagick's montage and convert to put sheets side by side.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./lw paint "$work/faces" --count 40 --size 96 --seed 1
montage "$work"/faces/*.png -tile 10x4 -geometry 96x96+2+2 -background '#15161a' docs/painted.png

./lw paint "$work/mecha" --kind mecha --count 24 --seed 6
montage "$work"/mecha/*.png -tile 8x3 -geometry 128x128+2+2 -background '#15161a' docs/mecha.png

if [ $# -eq 2 ]; then
    newest() { find "$1/samples" -name 'step-*.png' | sort | tail -1; }
    convert "$(newest "$1")" "$(newest "$2")" -background '#15161a' -gravity center +smush 24 docs/recipes.png
fi

./lw render models/avatars-64.onnx --seeds 3,8,21,34,55 --loop 8 --fps 15 --scale 4 -o "$work/walk"
cp "$work/walk/loop.webp" docs/walk.webp

printf '0 down W\n1.2 up W\n1.2 down D\n2 up D\n' >"$work/fly.txt"
./lw view models/avatars-64.onnx --seed 8 --headless --frames 150 --size 960x720 --input "$work/fly.txt" --out "$work/window"
cp "$(find "$work/window" -name '*.png' | sort | tail -1)" docs/window.png

# The page as the tests see it (they need Chromium and ONNX Runtime Web, which ./lw test brings).
dotnet test tests/Exporter -c Release --filter LooksTests >&2
artifacts=tests/Exporter/bin/Release/net10.0/artifacts
convert "$artifacts/page-desktop.png" \( "$artifacts/page-phone.png" -resize x800 \) -background '#3a3c42' -gravity center +smush 24 \
    -bordercolor '#3a3c42' -border 16 docs/page.png
