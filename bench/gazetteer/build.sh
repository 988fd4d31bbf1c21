#!/usr/bin/env bash
# Builds the coder's gazetteer anew from pinned packages.
. "$(dirname "$0")/../from-npm"
"$root/bench/bench" gazetteer --packages "$packages" --out "$root/coder/src/main/resources/org/tocsin/coder/place/gazetteer.tsv.gz"
