#!/usr/bin/env bash
# Makes every picture of the README and the pages beside it (those of the gallery: docs/gallery.sh) from the models in the tree:
#   docs/pictures.sh [PRESET=RUN …] [-- PRESET=RUN …]
#                                          such as anime-64=runs/anime modern-64=runs/modern: also the recipes side by side; of a
#                                          recipe that is not ours a folder of what it drew. Those behind -- with their names, all
#                                          presets beside one another
#   docs/pictures.sh --list                only names the files it makes
# Needs ImageMagick's montage and convert, libwebp's img2webp, fontconfig with a font, and for the exported page what ./lw test brings (Chromium, ONNX Runtime Web).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
if [ "${1:-}" = --list ]; then
    printf 'docs/%s\n' painted.png mecha.png models.webp recipes.webp presets.webp walk.webp window.webp page.webp
    exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ground='#15161a'

./lw paint "$work/faces" --count 40 --size 96 --seed 1
montage "$work"/faces/*.png -tile 10x4 -geometry 96x96+2+2 -background "$ground" docs/painted.png

./lw paint "$work/mecha" --kind mecha --count 24 --seed 6
montage "$work"/mecha/*.png -tile 8x3 -geometry 128x128+2+2 -background "$ground" docs/mecha.png

# The newest sheet of each run, its upper left quarter.
quarter() {                                       # quarter RUN PNG
    local sheet side first
    if [ -d "$1/samples" ]; then
        sheet=$(find "$1/samples" -name 'step-*.png' | LC_ALL=C sort | tail -1)
        side=$(convert "$sheet" -format '%[fx:round((w-2)/2)]' info:)
        convert "$sheet" -crop "${side}x${side}+0+0" +repage -filter box -resize 264x264 "$2"
    else
        mapfile -t first < <(find "$1" -name '*.png' | LC_ALL=C sort | sed -n 1,16p)
        montage "${first[@]}" -tile 4x -geometry 64x64+1+1 -background "$ground" "$2"
    fi
}

recipes=() presets=()
named=
for given in "$@"; do
    name=${given%%=*}
    if [ "$given" = -- ]; then
        named=yes
    elif [ -n "$named" ]; then
        quarter "${given#*=}" "$work/preset-$name.png"
        presets+=(-label "$name" "$work/preset-$name.png")
    else
        quarter "${given#*=}" "$work/recipe-$name.png"
        recipes+=("$work/recipe-$name.png")
    fi
done
if [ ${#recipes[@]} -gt 0 ]; then
    montage "${recipes[@]}" -tile "$((${#recipes[@]} < 4 ? ${#recipes[@]} : 4))x" -geometry +8+8 -background "$ground" "$work/recipes.png"
    convert "$work/recipes.png" -quality 85 -define webp:method=6 docs/recipes.webp
fi

if [ ${#presets[@]} -gt 0 ]; then
    montage -font "$(fc-match -f '%{file}' sans)" -fill '#d9dbe0' -pointsize 20 "${presets[@]}" -tile 5x -geometry +8+8 -background "$ground" "$work/presets.png"
    convert "$work/presets.png" -quality 85 -define webp:method=6 docs/presets.webp
fi

# Of each model the upper left quarter of its card's sheet.
sheets=()
for sheet in models/*.png; do
    side=$(convert "$sheet" -format '%[fx:round((w-2)/2)]' info:)
    convert "$sheet" -crop "${side}x${side}+0+0" +repage -resize 264x264 "$work/model-$(basename "$sheet")"
    sheets+=("$work/model-$(basename "$sheet")")
done
montage "${sheets[@]}" -tile 4x -geometry +6+6 -background "$ground" "$work/models.png"
convert "$work/models.png" -quality 85 -define webp:method=6 docs/models.webp

# A real flight through every model: keys as a script, the window's scene drawn off screen, four of its sixty frames a second left out of five.
printf '0.1 down W\n1.1 up W\n1.1 press Space\n3 down D\n3.8 up D\n' >"$work/fly.txt"
frames=()
for model in models/*.onnx; do
    name=$(basename "$model" .onnx)
    ./lw view "$model" --seed 8 --headless --frames 240 --size 480x360 --input "$work/fly.txt" --out "$work/flight-$name"
    while IFS= read -r frame; do frames+=("$frame"); done < <(find "$work/flight-$name" -name '*.png' | LC_ALL=C sort | awk 'NR % 5 == 1')
done
img2webp -loop 0 -kmax 1 -lossy -q 60 -m 6 -d 80 "${frames[@]}" -o docs/walk.webp    # each frame whole: of differences to the one before, blocks stay behind

printf '0 press Space\n3 down W\n3.6 up W\n3.6 down D\n4 up D\n' >"$work/hands.txt"
model=models/faces-64.onnx
if [ ! -e $model ]; then model=$(find models -name '*.onnx' | LC_ALL=C sort | head -1); fi
./lw view "$model" --seed 3 --headless --frames 270 --size 960x720 --input "$work/hands.txt" --out "$work/window"
convert "$(find "$work/window" -name '*.png' | LC_ALL=C sort | tail -1)" -quality 88 docs/window.webp

dotnet test tests/Exporter -c Release --filter LooksTests >&2
artifacts=tests/Exporter/bin/Release/net10.0/artifacts
convert "$artifacts/page-desktop.png" \( "$artifacts/page-phone.png" -resize x800 \) -background '#3a3c42' -gravity center +smush 24 \
    -bordercolor '#3a3c42' -border 16 -quality 88 docs/page.webp
