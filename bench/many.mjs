// Measures how time and memory of a synthesis grow with the number of services. See README.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const SIZES = [25, 50, 100, 200];
const RUNS = Number(process.argv[2] ?? 1);
const TARGET = 'bench/target';
const ENVIRONMENT = {
  CDK_VALIDATION: 'false',
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20',
  // the number of resources in a template is a matter of its own
  CDK_CONTEXT_JSON: JSON.stringify({ '@aws-cdk/core:stackResourceLimit': 0 }),
};

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));

const run = (command) => {
  const child = spawnSync(command, { shell: true, encoding: 'utf8', env: { ...process.env, ...ENVIRONMENT } });
  if (child.status !== 0) {
    throw new Error(`${command}\n${child.stdout}\n${child.stderr}`);
  }
  return child.stdout;
};

run('mvn -q compile');
const args = readFileSync('target/slipway.args', 'utf8').split('\n');
const classPath = args[args.indexOf('-cp') + 1];
const options = args.slice(0, args.indexOf('-cp')).join(' ');
rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
run(`javac -d ${TARGET}/classes -cp ${classPath} bench/java/dev/slipway/Many.java`);

const separator = process.platform === 'win32' ? ';' : ':';
const synthesis = (services) => {
  rmSync(`${TARGET}/out`, { recursive: true, force: true });
  const path = `"${TARGET}/classes${separator}${classPath.slice(1)}`;
  const out = run(`java ${options} -cp ${path} dev.slipway.Many ${TARGET}/out ${services}`);
  return Object.fromEntries(
    out.split('\n').filter((line) => line.includes('\t')).map((line) => [line.split('\t')[0], Number(line.split('\t')[1])]),
  );
};

const columns = ['plan', 'AWS plane', 'Kubernetes plane', 'read back'].map((phase) => `${phase}, processor`);
console.log(`${RUNS} runs, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.version}`);
console.log(`\n| services | objects | ${columns.map((c) => c.split(',')[0] + ' s').join(' | ')} | all s | heap MiB | Node MiB |`);
console.log(`| ---: |${' ---: |'.repeat(columns.length + 4)}`);
for (const services of SIZES) {
  const runs = Array.from({ length: RUNS }, () => synthesis(services));
  const least = (name) => Math.min(...runs.map((found) => found[name]));
  const seconds = columns.map((column) => least(column) / 1000);
  const all = seconds.reduce((sum, value) => sum + value, 0);
  const row = [services, least('objects'), ...[...seconds, all].map((s) => s.toFixed(2)), least('heap'), least('Node')];
  console.log(`| ${row.join(' | ')} |`);
}
