// Measures how long an edit takes to become a finished synthesis, and which phases that time goes to. See README.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const RUNS = Number(process.argv[2] ?? 3);
const EDITED = 'src/main/java/dev/slipway/blueprint/ordering/OrderingServices.java';
const TARGET = 'bench/target';
const QUIET = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));

const run = (command, environment = {}) => {
  const start = process.hrtime.bigint();
  const child = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    env: { ...process.env, ...QUIET, ...environment },
    maxBuffer: 1 << 28,
  });
  if (child.status !== 0) {
    throw new Error(`${command}\n${child.stdout}\n${child.stderr}`);
  }
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, out: child.stdout };
};
const touch = () => utimesSync(EDITED, new Date(), new Date());
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// Once before, so that nothing is measured cold.
run('mvn -q compile exec:java');
const args = readFileSync('target/slipway.args', 'utf8').split('\n');
const classPath = args[args.indexOf('-cp') + 1];
const options = args.slice(0, args.indexOf('-cp')).join(' ');
rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
run(`javac -d ${TARGET}/classes -cp ${classPath} bench/java/dev/slipway/Phases.java`);

function phases(validation) {
  rmSync(`${TARGET}/out`, { recursive: true, force: true });
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = `"${TARGET}/classes${separator}${classPath.slice(1)}`;
  const { out } = run(`java ${options} -cp ${path} dev.slipway.Phases ${TARGET}/out`, { CDK_VALIDATION: validation });
  return Object.fromEntries(
    out.split('\n').filter((line) => line.includes('\t')).map((line) => [line.split('\t')[0], Number(line.split('\t')[1]) / 1000]),
  );
}

const WAYS = {
  'edit, mvn compile exec:java': () => (touch(), run('mvn -q compile exec:java').seconds),
  'edit, npx cdk synth': () => (touch(), run(`npx cdk synth --quiet --output ${TARGET}/cdk.out`).seconds),
  'edit, npx cdk8s synth': () => (touch(), run(`npx cdk8s synth --no-check-upgrade --output ${TARGET}/dist`).seconds),
  'no edit, mvn compile exec:java': () => run('mvn -q compile exec:java').seconds,
  'no edit, npx cdk synth': () => run(`npx cdk synth --quiet --output ${TARGET}/cdk.out`).seconds,
  'no edit, java @target/slipway.args': () => run('java @target/slipway.args').seconds,
  'no edit, staleness check alone': () => run('node src/build/compile-if-stale.mjs').seconds,
};

const ways = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
const found = {};
for (let i = 0; i < RUNS; i++) {
  for (const [way, measure] of Object.entries(WAYS)) {
    ways[way].push(measure());
  }
  const validated = phases('true');
  const plain = phases('false');
  const split = {
    ...validated,
    'AWS plane': plain['AWS plane'],
    "CDK's validation": validated['AWS plane'] - plain['AWS plane'],
  };
  for (const [phase, seconds] of Object.entries(split)) {
    (found[phase] ??= []).push(seconds);
  }
}

function table(title, rows, whole) {
  console.log(`\n| ${title} | median s | min s | max s | ratio |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const [name, values] of Object.entries(rows)) {
    const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
    console.log(`| ${name} | ${middle.toFixed(2)} | ${least.toFixed(2)} | ${most.toFixed(2)} | ${(middle / whole).toFixed(2)} |`);
  }
}

console.log(`${RUNS} runs, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.version}`);
table('way', ways, median(ways['no edit, java @target/slipway.args']));
table('phase', found, Object.values(found).reduce((sum, values) => sum + median(values), 0));
