// Compiles the library and the Java part of the benchmarks, and knows their class paths.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from './measure.mjs';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const TARGET = join(ROOT, 'bench/target');
export const MAVEN = 'mvn -B -ntp -q';

// Those of the JVM that ./slipway and the CDK CLI start.
export const JVM = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto';

const SEPARATOR = process.platform === 'win32' ? ';' : ':';
const CLASSES = join(TARGET, 'classes');

const sources = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : entry.name.endsWith('.java') ? [join(folder, entry.name)] : [],
  );

const libraryPath = () => readFileSync(join(ROOT, 'target/test.classpath'), 'utf8').trim();

export const classPath = (...more) => [...more, CLASSES, libraryPath()].join(SEPARATOR);

export function build() {
  process.chdir(ROOT);
  run('node src/build/compile-if-stale.mjs');
  rmSync(CLASSES, { recursive: true, force: true });
  mkdirSync(CLASSES, { recursive: true });
  const files = sources(join(ROOT, 'bench/java')).map((file) => `'${file}'`);
  run(`javac -Xlint:all,-processing -Werror -d '${CLASSES}' -cp '${libraryPath()}' ${files.join(' ')}`);
  run(java('dev.slipway.bench.suite.Leaves', `'${join(TARGET, 'leaves')}' '${CLASSES}'`));
}

// The command that runs a class of the benchmarks.
export const java = (main, args = '', options = '') => `java ${JVM} ${options} -cp '${classPath()}' ${main} ${args}`;

export const fresh = (name) => {
  const folder = join(TARGET, name);
  if (existsSync(folder)) {
    rmSync(folder, { recursive: true, force: true });
  }
  return folder;
};
