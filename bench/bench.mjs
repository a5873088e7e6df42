// node bench/bench.mjs [name...] [--runs=3] [--tiny]: measures, and keeps what it finds. See README.md.
import process from 'node:process';
import * as assertions from './benchmarks/assertions.mjs';
import * as diff from './benchmarks/diff.mjs';
import * as synthesis from './benchmarks/synthesis.mjs';
import * as tests from './benchmarks/tests.mjs';
import { build } from './lib/build.mjs';
import { keep, load } from './lib/results.mjs';

const BENCHMARKS = [
  assertions.suites,
  assertions.single,
  assertions.beyond,
  tests.first,
  tests.edit,
  diff.ofFolders,
  diff.againstCdk,
  diff.ofRevisions,
  synthesis.phases,
  synthesis.rules,
  synthesis.ways,
  synthesis.many,
  assertions.parallel,
];

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const runs = Number(words.find((word) => word.startsWith('--runs='))?.split('=')[1] ?? 3);
const tiny = words.includes('--tiny');
const unknown = names.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
if (unknown.length > 0 || !(runs >= 1)) {
  console.error(
    `There is no benchmark (${unknown.join(', ')}); there are ${BENCHMARKS.map(({ name }) => name).join(', ')}. Options: --runs=<1 or more>, --tiny.`,
  );
  process.exit(2);
}

build();
const chosen = BENCHMARKS.filter(({ name, isInTiny }) => (names.length > 0 ? names.includes(name) : !tiny || isInTiny));
const ran = [];
for (const benchmark of chosen) {
  console.log(benchmark.name);
  const before = load();
  const rows = benchmark.run({ runs: tiny ? 1 : runs, tiny });
  for (const { name, value, unit, against, ratio } of rows) {
    console.log(`  ${name}: ${value} ${unit}${against === null ? '' : `, against ${against}, ratio ${ratio}`}`);
  }
  ran.push({ name: benchmark.name, rows, load: before, runs: tiny ? 1 : runs });
  // what is tiny only shows that it runs
  if (!tiny) {
    keep(ran, BENCHMARKS);
  }
}
