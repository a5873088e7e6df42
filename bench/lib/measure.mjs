// Runs commands and keeps their times, of the clock and of the processor.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const QUIET = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20', NO_COLOR: '1', CI: 'true', AWS_EC2_METADATA_DISABLED: 'true' };

// A command as one types it. `lines` are what it printed as name, tab and value; the processor's time is that of all processes which
// it waited for.
export function run(command, { environment = {}, fine = [0], cwd } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const times = join(folder, 'times');
  const start = process.hrtime.bigint();
  const child = spawnSync('bash', ['-c', `{ ${command}\n}; code=$?; times > '${times}'; exit $code`], {
    encoding: 'utf8',
    cwd,
    env: { ...process.env, ...QUIET, ...environment },
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!fine.includes(child.status)) {
    throw new Error(`${command}\nended with ${child.status}\n${child.stdout}\n${child.stderr}`);
  }
  const processor = [...readFileSync(times, 'utf8').matchAll(/(\d+)m([\d.]+)s/g)]
    .map(([, minutes, rest]) => 60 * Number(minutes) + Number(rest))
    .reduce((sum, value) => sum + value, 0);
  rmSync(folder, { recursive: true, force: true });
  return { seconds, processor, out: child.stdout, lines: numbers(child.stdout) };
}

const numbers = (text) =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((line) => [line.split('\t')[0], Number(line.split('\t')[1])]),
  );

// Each way once to warm the machine's caches, then all in turn: what else goes on falls on all of them alike.
export function inTurn(runs, ways, { warm = true } = {}) {
  const found = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let i = warm ? -1 : 0; i < runs; i++) {
    for (const [way, measure] of Object.entries(ways)) {
      const measured = measure();
      if (i >= 0) {
        found[way].push(measured);
      }
    }
  }
  return found;
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const rounded = (value) => Number(value.toPrecision(3));

// How often the value goes into what it is held against: above 1 it is better.
export const row = (name, value, unit, against) => ({
  name,
  value: rounded(value),
  unit,
  against: against === undefined ? null : rounded(against),
  ratio: against === undefined ? null : rounded(against / value),
});

// Two rows, by the clock and by the processor, of the medians of two lists of runs; or of one list and a bound.
export function rows(name, ours, theirs) {
  const middle = (list, what) => (typeof list === 'number' ? list : list && median(list.map((each) => each[what])));
  return [
    row(name, middle(ours, 'seconds'), 's', middle(theirs, 'seconds')),
    row(`${name}, processor`, middle(ours, 'processor'), 's', middle(theirs, 'processor')),
  ];
}
