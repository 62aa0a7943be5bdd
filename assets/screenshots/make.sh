#!/usr/bin/env bash
# Makes the pictures of the README anew: bash assets/screenshots/make.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
shot() { mvn -q compile exec:exec -Dlossloupe.args="screenshot -o assets/screenshots/$*"; }
shot channels_first-light.png --size 1440x900 --scale 2 --theme light
shot channels_first-dark.png --size 1440x900 --theme dark
shot channels_last-light.png --size 1440x900 --theme light --data-format channels_last
shot japanese-dark.png --size 1440x900 --theme dark --lang ja --data-format channels_last
shot equality-light.png --size 1440x900 --theme light --panel equality
shot dice-focal-light.png --size 1440x900 --theme light --loss soft_dice --compare sigmoid_focal --track gradientA
# Labels of the first example as `labels.T.reshape(4, 12)` leaves them, beside logits that are right.
shot doctor-light.png assets/screenshots/reshaped.json --size 1440x900 --theme light --panel doctor
shot memory-dark.png --size 1440x900 --theme dark --panel tape
mvn -q compile exec:exec -Dlossloupe.args="export --figure stack -o assets/screenshots/figure.png --size 85mm"
