// SPDX-License-Identifier: MIT
// Turns VADER's lexicon into a C++ source: node lexicon_source.mjs vader_lexicon.txt lexicon.cpp
// Of each line (term, mean rating, deviation, the ten ratings) the term and its mean are kept.
import { readFileSync, writeFileSync } from "node:fs";

const [input, output] = process.argv.slice(2);

const quoted = (bytes) =>
  [...bytes]
    .map((byte) => {
      const isPlain = byte >= 0x20 && byte < 0x7f && !`"\\?`.includes(String.fromCharCode(byte));
      return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`;
    })
    .join("");

const entries = readFileSync(input, "utf8")
  .split(/\r?\n/)
  .map((line) => line.split("\t"))
  .filter(([term, mean]) => term && mean !== undefined && Number.isFinite(Number(mean)));
if (entries.length < 1000) {
  throw new Error(`${input} has ${entries.length} entries: that is not the lexicon`);
}

writeFileSync(
  output,
  `// Written by lexicon_source.mjs from the npm package vader-sentiment; its LICENSE and NOTICE are installed.
#include "server/nlp/sentiment/vader_lexicon.h"

namespace parley::server::nlp {

const std::string_view kVaderLexicon =
${entries.map(([term, mean]) => `    "${quoted(Buffer.from(`${term}\t${Number(mean)}\n`, "utf8"))}"`).join("\n")};

} // namespace parley::server::nlp
`,
);
