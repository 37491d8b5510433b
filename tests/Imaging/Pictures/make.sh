#!/usr/bin/env bash
# Makes the pictures of this folder with ImageMagick and FFmpeg: one drawing in every kind of file that is read, and beside
# each what those programs decode it to (NAME.rgba, 24x16 RGBA bytes of the first frame). Checked in; run it to remake them.
set -eu
cd "$(dirname "$0")"
rm -f ./*.png ./*.jpg ./*.webp ./*.gif ./*.rgba
base=$(mktemp --suffix=.png)
trap 'rm -f "$base"' EXIT
convert -size 24x16 gradient:red-blue -fill yellow -draw 'rectangle 0,0 7,5' -fill 'rgb(0,200,80)' -draw 'circle 17,10 20,12' -depth 8 "$base"
fade=(-alpha set -channel A -fx i/w +channel)

convert "$base" -define png:color-type=2 -define png:bit-depth=8 -strip rgb8.png
convert "$base" -resize 48x32 -resize 24x16 -depth 16 -define png:color-type=2 -define png:bit-depth=16 -strip rgb16.png
convert "$base" -colorspace gray -define png:color-type=0 -define png:bit-depth=8 -strip grey8.png
convert "$base" -colorspace gray -depth 16 -define png:color-type=0 -define png:bit-depth=16 -strip grey16.png
convert "$base" -monochrome -define png:color-type=0 -define png:bit-depth=1 -strip grey1.png
convert "$base" -colorspace gray -posterize 4 -depth 2 -define png:color-type=0 -define png:bit-depth=2 -strip grey2.png
convert "$base" -colorspace gray "${fade[@]}" -depth 8 -define png:color-type=4 -define png:bit-depth=8 -strip greyalpha8.png
convert "$base" -colorspace gray "${fade[@]}" -depth 16 -define png:color-type=4 -define png:bit-depth=16 -strip greyalpha16.png
convert "$base" "${fade[@]}" -depth 8 -define png:color-type=6 -define png:bit-depth=8 -strip rgba8.png
convert "$base" "${fade[@]}" -depth 16 -define png:color-type=6 -define png:bit-depth=16 -strip rgba16.png
convert "$base" -colors 3 -define png:color-type=3 -define png:bit-depth=2 -strip palette2.png
convert "$base" -colors 13 -define png:color-type=3 -define png:bit-depth=4 -strip palette4.png
convert "$base" -alpha set -channel A -fx 'i<8?0:1' +channel -colors 40 -define png:color-type=3 -strip palettealpha8.png
convert "$base" -interlace PNG -define png:color-type=2 -define png:bit-depth=8 -strip interlaced.png
ffmpeg -v error -f lavfi -i testsrc=size=24x16:rate=10:duration=0.3 -f apng -plays 0 animated.png

convert "$base" -quality 95 -sampling-factor 1x1 -strip baseline.jpg
convert "$base" -quality 95 -sampling-factor 2x2 -strip subsampled.jpg
convert "$base" -quality 95 -interlace JPEG -sampling-factor 1x1 -strip progressive.jpg
convert "$base" -colorspace gray -quality 95 -strip grey.jpg
convert "$base" -colorspace CMYK -quality 95 -sampling-factor 1x1 -strip cmyk.jpg

convert "$base" -define webp:lossless=true -strip lossless.webp
convert "$base" -quality 95 -strip lossy.webp
convert "$base" "${fade[@]}" -define webp:lossless=true -define webp:exact=true -strip alpha.webp
convert -delay 10 -loop 0 "$base" \( "$base" -negate \) \( "$base" -flop \) -define webp:lossless=true animated.webp

convert "$base" -colors 60 +dither still.gif
convert "$base" -colors 60 +dither -interlace GIF interlaced.gif
convert "$base" -alpha set -channel A -fx 'i<8?0:1' +channel -colors 40 +dither transparent.gif
convert -delay 10 -loop 0 "$base" \( "$base" -negate \) \( "$base" -flop \) -colors 128 +dither animated.gif

for file in *.png *.jpg *.webp *.gif; do
    convert "$file[0]" -colorspace sRGB -alpha set -depth 8 "rgba:$file.rgba"
done
