// Keeps what was measured in results/latest.json, the machine beside it, and shows both in README.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './build.mjs';
import { run } from './measure.mjs';

const LATEST = join(ROOT, 'bench/results/latest.json');
const MACHINE = join(ROOT, 'bench/results/machine.json');
const README = join(ROOT, 'bench/README.md');
const BEGIN = '<!-- results -->';
const END = '<!-- end -->';

const read = (file, otherwise) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : otherwise);
const json = (value) => JSON.stringify(value, null, 2) + '\n';

// A benchmark that ran replaces what it measured before; the others keep theirs.
export function keep(ran, benchmarks) {
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true });
  const order = benchmarks.map((benchmark) => benchmark.name);
  const of = (row) => order.findIndex((name) => row.name === name || row.name.startsWith(`${name},`));
  const again = new Set(ran.map((result) => result.name));
  const rows = [...read(LATEST, []).filter((row) => of(row) >= 0 && !again.has(order[of(row)])), ...ran.flatMap((result) => result.rows)];
  rows.sort((a, b) => of(a) - of(b));
  writeFileSync(LATEST, json(rows));
  const machine = read(MACHINE, { benchmarks: {} });
  for (const { name, load, runs } of ran) {
    machine.benchmarks[name] = { load, runs, day: new Date().toISOString().slice(0, 10) };
  }
  writeFileSync(MACHINE, json({ ...versions(), benchmarks: machine.benchmarks }));
  writeFileSync(README, readme(readFileSync(README, 'utf8'), rows, benchmarks));
}

function versions() {
  const packages = read(join(ROOT, 'package.json')).devDependencies;
  const pom = readFileSync(join(ROOT, 'pom.xml'), 'utf8');
  const pinned = (name) => pom.match(new RegExp(`<${name}.version>(.*?)<`))[1];
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${process.platform} ${process.arch}`,
    java: run('java -version 2>&1').out.split('\n')[0],
    node: process.version,
    maven: run('mvn -v').out.split('\n')[0].replace(/\x1b\[\d*m/g, ''),
    'aws-cdk-lib': pinned('aws-cdk-lib'),
    cdk8s: pinned('cdk8s'),
    junit: pinned('junit'),
    'aws-cdk': packages['aws-cdk'],
  };
}

export function readme(text, rows, benchmarks) {
  const shown = (value) => (value === null ? '' : String(value));
  const lines = rows.map(
    (row) => `| ${row.name} | ${row.value} | ${row.unit} | ${shown(row.against)} | ${row.ratio === null ? '' : row.ratio} |`,
  );
  const what = benchmarks.map((benchmark) => `- **${benchmark.name}**: ${benchmark.what}`);
  const table = ['| name | value | unit | against | ratio |', '| --- | ---: | --- | ---: | ---: |', ...lines].join('\n');
  const [before, rest] = text.split(BEGIN);
  return `${before}${BEGIN}\n\n${what.join('\n')}\n\n${table}\n\n${END}${rest.split(END)[1]}`;
}

export const load = () => Number(loadavg()[0].toFixed(1));
