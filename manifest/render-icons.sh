#!/bin/sh
# Renders the icons from their sources and records which source each came from; needs rsvg-convert (apt-get install librsvg2-bin).
set -eu
cd "$(dirname "$0")"
rsvg-convert --width 192 --height 192 --output color.png icon.svg
rsvg-convert --width 32 --height 32 --output outline.png outline.svg
sha256sum icon.svg color.png outline.svg outline.png > icons.sha256
