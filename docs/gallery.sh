#!/usr/bin/env bash
# Makes docs/gallery.html and its pictures from the generators in models/:
#   docs/gallery.sh [NAME=PICTURES …]      such as avatars-64=data/avatars.lwset: what models/NAME.onnx was trained on
#   docs/gallery.sh NAME-dcgan=RUN …       such as mecha-128-dcgan=runs/plain: a plain DCGAN that was given the same pictures and time,
#                                          or a folder of what it drew
#   docs/gallery.sh --page                 measures nothing: the page anew, of what was measured before
#   docs/gallery.sh --list                 only names the files it makes
# Where none are named, those that ./lw paint paints are painted. Of a model without its pictures, what was measured before stays, and
# without that its part of the page says so. Needs ImageMagick's convert and montage.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
samples=1000                                      # pictures of each model that are measured
most=4000                                         # real ones that they are held against, and painted ones where none are named

models() { find models -name '*.onnx' -printf '%f\n' | sed 's/\.onnx$//' | LC_ALL=C sort; }
measured() { [ -e "docs/gallery/$1.json" ]; }

if [ "${1:-}" = --list ]; then
    for name in $(models); do
        printf '%s\n' "docs/gallery/$name-"{sheet,loop}.webp
        if measured "$name"; then printf '%s\n' "docs/gallery/$name-"{best,worst,nearest}.webp; fi
        if measured "$name-dcgan"; then printf '%s\n' "docs/gallery/$name-dcgan.webp"; fi
        if [ -e "docs/gallery/$name-classes.webp" ]; then printf '%s\n' "docs/gallery/$name-classes.webp"; fi
    done
    exit
fi

declare -A pictures=()
measuring=yes
for given in "$@"; do
    case $given in
        --page) measuring= ;;
        *=*)
            name=${given%%=*}
            if [ ! -e "models/${name%-dcgan}.onnx" ]; then echo "docs/gallery.sh: there is no models/${name%-dcgan}.onnx for '$given'; there are: $(models | paste -sd ' ')" >&2; exit 2; fi
            pictures[$name]=${given#*=}
            ;;
        *) echo "docs/gallery.sh: '$given' is not NAME=PICTURES" >&2; exit 2 ;;
    esac
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p docs/gallery

painted() {                                       # painted NAME: such pictures as it was trained on
    ./lw paint "$work/$1" --kind "${1%-*}" --size "${1##*-}" --count $((most + samples)) >&2
    echo "$work/$1"
}

# A value of 'lw eval --json': value FILE values|floor NAME FORMAT
value() { sed -n "s/.*\"$2\":{\([^}]*\)}.*/\1/p" "$1" | grep -o "\"$3\":-\{0,1\}[0-9.eE+-]*" | head -1 | cut -d: -f2 | LC_ALL=C xargs -r printf "$4"; }
property() { ./lw inspect "models/$1.onnx" --json | grep -o "\"$2\":[^,}]*" | head -1 | cut -d: -f2- | tr -d '" '; }
smaller() { convert "$1" -quality "${3:-82}" -define webp:method=6 "$2"; }

measure() {                                       # measure NAME PICTURES
    ./lw eval "models/$1.onnx" --data "$2" --samples $samples --pictures $most --json \
        --sheet "$work/$1-nearest.png" --best "$work/$1-best.png" --worst "$work/$1-worst.png" >"$work/$1.json"
    record "$1" "models/$1.onnx" "$1"
    local part
    for part in nearest best worst; do smaller "$work/$1-$part.png" "docs/gallery/$1-$part.webp"; done
}

measure_peer() {                                  # measure_peer NAME PICTURES RUN: the plain DCGAN of the same time, its newest sheet or first pictures
    ./lw eval "$3" --data "$2" --samples $samples --pictures $most --json >"$work/$1-dcgan.json"
    record "$1-dcgan" "$1-dcgan" "$1"
    local sheet first
    if [ -d "$3/samples" ]; then
        sheet=$(find "$3/samples" -name 'step-*.png' | LC_ALL=C sort | tail -1)
    else
        sheet=$work/$1-dcgan.png
        mapfile -t first < <(find "$3" -name '*.png' | LC_ALL=C sort | sed -n 1,64p)
        montage "${first[@]}" -tile 8x -geometry +1+1 -background '#15161a' "$sheet"
    fi
    smaller "$sheet" "docs/gallery/$1-dcgan.webp"
}

record() {                                        # record FILE EVAL DATA: without the paths of this machine
    sed -e "s#\"eval\":\"[^\"]*\"#\"eval\":\"$2\"#" -e "s#\"data\":\"[^\"]*\"#\"data\":\"$3\"#" "$work/$1.json" >"docs/gallery/$1.json"
}

part() {                                          # the page's part about one model
    local name=$1 side classes scale file=docs/gallery/$1.json peer=docs/gallery/$1-dcgan.json
    side=$(property "$name" resolution)
    classes=$(property "$name" classes)
    scale=$((192 / side > 1 ? 192 / side : 2))
    smaller "models/$name.png" "docs/gallery/$name-sheet.webp"        # the card's: seeds 0 to 63, classes in turn
    ./lw render "models/$name.onnx" --seeds 3,8,21,34,55 --loop 6 --fps 15 --easing flowing --scale "$scale" --quality 70 -o "$work/$name-loop.webp" >&2
    cp "$work/$name-loop.webp" "docs/gallery/$name-loop.webp"
    cat <<HTML
<section id="$name">
<h2>$name</h2>
<p><a href="../models/$name.md">The card</a>: what it was trained on, how, and whose licence.$(if [ -e "models/$name.report.html" ]; then echo " <a href=\"../models/$name.report.html\">The report</a> of its training."; fi) Fly: <code>./lw view models/$name.onnx</code></p>
<div class="row">
<figure><img src="gallery/$name-loop.webp" alt="A loop through five latents of $name" loading="lazy"><figcaption>A loop through seeds 3, 8, 21, 34, 55</figcaption></figure>
<figure><img src="gallery/$name-sheet.webp" alt="64 pictures of $name" loading="lazy"><figcaption>Seeds 0 to 63, none chosen</figcaption></figure>
</div>
HTML
    if [ "${classes:-0}" -gt 0 ] 2>/dev/null; then
        ./lw render "models/$name.onnx" --seeds 0-3 --class all --sheet -o "$work/$name-classes.png" >&2
        smaller "$work/$name-classes.png" "docs/gallery/$name-classes.webp"
        cat <<HTML
<figure><img src="gallery/$name-classes.webp" alt="The same latents in each of $classes classes" loading="lazy"><figcaption>Four latents, each in all $classes classes</figcaption></figure>
HTML
    fi
    if ! measured "$name"; then
        echo '<p class="none">Not measured here: the pictures it was trained on were not at hand.</p></section>'
        return
    fi
    cat <<HTML
<div class="row">
<figure><img src="gallery/$name-best.webp" alt="The best 32 pictures" loading="lazy"><figcaption>The best 32 of $(value "$file" values samples %d)</figcaption></figure>
<figure><img src="gallery/$name-worst.webp" alt="The worst 32 pictures" loading="lazy"><figcaption>The worst 32 of the same</figcaption></figure>
</div>
<figure><img src="gallery/$name-nearest.webp" alt="Generated pictures and the real ones nearest to them" loading="lazy"><figcaption>Generated, and right of each the four real ones nearest to it: on the left the eight that are nearest of all, where copies would be; on the right those of seeds 0 to 7</figcaption></figure>
$(if [ -e "$peer" ]; then echo "<figure><img src=\"gallery/$name-dcgan.webp\" alt=\"64 pictures of a plain DCGAN\" loading=\"lazy\"><figcaption>For comparison: a plain DCGAN, given the same pictures and the same time</figcaption></figure>"; fi)
<table><thead><tr><th></th><th>$name</th>$(if [ -e "$peer" ]; then echo '<th>plain DCGAN</th>'; fi)<th>real pictures</th><th></th></tr></thead><tbody>
$(row KID 1000 kid "lower; real against real is the floor")
$(row FID 1 fid "lower; built-in features, so not comparable with papers")
$(row "sliced Wasserstein" 1 swd "lower")
$(row precision 1 precision "share of generated pictures that look real")
$(row recall 1 recall "share of real ones that could be made")
$(row diversity 1 diversity "1: as different from one another as the data")
$(row "nearest real" 1 nearest "1: no nearer to the data than the data to itself; far below: copies")
$(row "edge sharpness" 1 sharpness "1: the data's")
$(row "flat colour" 1 flatColour "1: the data's")
$(row "noise in flat areas" 1 noise "lower")
</tbody></table>
</section>
HTML
}

row() {                                           # row LABEL FACTOR NAME MEANING, of the model that part is at
    local measured real other='' label=$1
    measured=$(value "$file" values "$3" %.6f); real=$(value "$file" floor "$3" %.6f)
    if [ -e "$peer" ]; then other="<td>$(times "$(value "$peer" values "$3" %.6f)" "$2")</td>"; fi
    if [ "$2" != 1 ]; then label="$1 ×$2"; fi
    printf '<tr><th>%s</th><td>%s</td>%s<td>%s</td><td>%s</td></tr>\n' "$label" "$(times "$measured" "$2")" "$other" "$(times "${real:-}" "$2")" "$4"
}
times() { if [ -n "$1" ]; then LC_ALL=C awk -v value="$1" -v factor="$2" 'BEGIN { printf "%.3f", value * factor }'; fi; }

for name in $(if [ -n "$measuring" ]; then models; fi); do
    case $name in faces-*|mecha-*) if [ $# -eq 0 ]; then pictures[$name]=$(painted "$name"); fi ;; esac
    if [ -n "${pictures[$name]:-}" ]; then measure "$name" "${pictures[$name]}"; fi
    if [ -n "${pictures[$name-dcgan]:-}" ]; then measure_peer "$name" "${pictures[$name]:?its pictures have to be named too: $name=PICTURES}" "${pictures[$name-dcgan]}"; fi
done

{
    cat <<'HTML'
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Latent Walk: gallery</title>
<style>
:root { color-scheme: dark; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: #121317; color: #d9dbe0; font: 16px/1.55 system-ui, sans-serif; }
h1, h2 { color: #fff; font-weight: 600; line-height: 1.2; }
h2 { margin-top: 3rem; border-top: 1px solid #2b2d35; padding-top: 2rem; }
a { color: #8ab8ff; }
code { background: #1d1f26; padding: .1em .35em; border-radius: 4px; }
nav a { margin-right: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: flex-start; }
.row figure { flex: 1 1 20rem; }
figure { margin: 1rem 0; }
img { display: block; max-width: 100%; height: auto; border-radius: 6px; }
figcaption, .none { color: #9a9da8; font-size: .9rem; margin-top: .4rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; display: block; overflow-x: auto; }
th, td { text-align: left; padding: .25rem 1rem .25rem 0; border-bottom: 1px solid #23252c; font-weight: 400; }
td, thead th { text-align: right; }
td:last-child { color: #9a9da8; text-align: left; }
</style>
</head>
<body>
<h1>Gallery</h1>
<p>What the generators in <code>models/</code> draw, made by <code>docs/gallery.sh</code>. Nothing is picked by hand: sheets are of the first seeds, and the best
and the worst are told by a measure, the distance of a picture's features to those of the real picture that is nearest in them. <em>Real pictures</em> are
ones of the same data that were held back, measured as if they had been generated: no generator can be expected to do better.
What each number means: <a href="training.md">training</a>.</p>
HTML
    printf '<nav>'
    for name in $(models); do printf '<a href="#%s">%s</a>' "$name" "$name"; done
    printf '</nav>\n'
    for name in $(models); do part "$name"; done
    printf '</body>\n</html>\n'
} >"$work/gallery.html"
mv "$work/gallery.html" docs/gallery.html
