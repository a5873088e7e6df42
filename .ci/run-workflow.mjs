#!/usr/bin/env node
// Runs the steps of a job of a workflow in a fresh clone, as far as they can be without GitHub: what actions of others do is named and left
// out, and expressions are put to values of a made-up pull request 7.
//
//   npm ci && node .ci/run-workflow.mjs .github/workflows/pull-request.yml review
//
// Caches of earlier builds are taken from below target, as the cache on GitHub would bring them. OFFLINE=1 lets Maven ask nobody.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const MOST_MINUTES = Number(process.env.MINUTES ?? 20);
const VALUES = { 'github.event.pull_request.number': '7' };

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
// The parser that cdk8s-cli brings: one of our own would be another version to keep.
const { parse } = createRequire(join(root, 'node_modules', 'cdk8s-cli', 'package.json'))('yaml');
const [file, name] = process.argv.slice(2);
const job = file && name ? parse(readFileSync(file, 'utf8')).jobs?.[name] : undefined;
if (!job) {
  console.error('Usage: node .ci/run-workflow.mjs <workflow> <job>');
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'slipway-workflow-'));
const clone = join(work, 'clone');
let failed = false;
try {
  // As deep as the workflow fetches; committed changes only.
  must('git', ['clone', '--quiet', '--depth', '2', pathToFileURL(root).href, clone]);
  const outcomes = new Map();
  for (const step of job.steps) {
    const title = step.name ?? step.uses ?? step.run;
    if (step.uses) {
      say(`left out  ${title}`);
      if (step.with?.path?.includes('target/')) {
        seed(step.with.path);
      }
      continue;
    }
    const needs = /steps\.(\w+)\.outcome == 'success'/.exec(step.if ?? '')?.[1];
    if (needs ? outcomes.get(needs) !== 'success' : failed) {
      say(`skipped   ${title}`);
      continue;
    }
    const started = Date.now();
    const result = spawnSync('bash', ['-e', '-c', step.run], {
      cwd: clone,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: MOST_MINUTES * 60_000,
      env: { ...process.env, ...stubs(), ...variables(step.env) },
    });
    const outcome = result.status === 0 ? 'success' : 'failure';
    failed ||= outcome === 'failure';
    outcomes.set(step.id, outcome);
    say(`${outcome}   ${title} (${Math.round((Date.now() - started) / 1000)} s)`);
  }
  if (process.env.KEEP) {
    cpSync(join(clone, 'target', 'comment'), process.env.KEEP, { recursive: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

function say(line) {
  console.log(`[workflow] ${line}`);
}

function must(command, options) {
  if (spawnSync(command, options, { stdio: 'inherit' }).status !== 0) {
    throw new Error(`${command} ${options.join(' ')} failed`);
  }
}

// What the cache would bring: made below target of this checkout.
function seed(paths) {
  for (const path of paths.split('\n').filter((each) => each.startsWith('target/'))) {
    if (existsSync(join(root, path))) {
      cpSync(join(root, path), join(clone, path), { recursive: true, preserveTimestamps: true });
    }
  }
}

function stubs() {
  const files = Object.fromEntries(
    ['GITHUB_STEP_SUMMARY', 'GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH'].map((each) => [each, join(work, each)]),
  );
  Object.values(files).forEach((each) => existsSync(each) || writeFileSync(each, ''));
  return { ...files, CI: 'true', GITHUB_ACTIONS: 'true', ...(process.env.OFFLINE ? { MAVEN_ARGS: '--offline' } : {}) };
}

function variables(env) {
  return Object.fromEntries(
    Object.entries(env ?? {}).map(([key, value]) => [
      key,
      String(value).replace(/\$\{\{\s*(.*?)\s*}}/g, (all, expression) => {
        if (!(expression in VALUES)) {
          throw new Error(`The expression (${expression}) of ${key} has no value here`);
        }
        return VALUES[expression];
      }),
    ]),
  );
}
