// Writes as a resource which fields the kinds of Kubernetes have, as the npm package cdk8s-plus-34 turns them to JSON: its kinds by
// apiVersion and name, and for each type of theirs the fields. Behind a field stands what it holds: the name of a type, [type] for a list of it
// and {type} for a map of it; without a name what is plain, and nothing where it can be anything.
// Usage: node kind-fields.mjs <folder>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

const source = readFileSync(createRequire(import.meta.url).resolve('cdk8s-plus-34/lib/imports/k8s.js'), 'utf8');

const versions = Object.fromEntries(
  matches(/class (\w+) extends .*?GVK = \{\s*apiVersion: '(.+?)',\s*kind: '(.+?)'/gs).map(([, name, version, kind]) => [
    name,
    `${version} ${kind}`,
  ]),
);
const kinds = Object.fromEntries(
  matches(/\.\.\.(\w+)\.GVK,\s*\.\.\.toJson_(\w+)\(/g).map(([, name, type]) => [versions[name], type]),
);
const types = Object.fromEntries(
  matches(/function toJson_(\w+)\(obj\) \{.*?const result = \{\n(.*?)\n {4}\};/gs).map(([, type, body]) => [
    type,
    Object.fromEntries(body.split('\n').map(field)),
  ]),
);
if (!kinds['apps/v1 Deployment'] || !types.Container?.livenessProbe || types.PodSpec.containers !== '[Container]') {
  throw new Error('cdk8s-plus-34 writes kinds in another way: it has changed');
}

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'fields.json'), JSON.stringify({ kinds: sorted(kinds), types: sorted(types) }));

function field(line) {
  const [, name, value] = line.match(/^ +'(.+?)': (.*),$/);
  const type = value.match(/toJson_(\w+)/)?.[1] ?? '';
  const holds = value.includes('Object.entries') ? `{${type}}` : value.includes('.map(') ? `[${type}]` : type;
  return [name, holds];
}

function matches(pattern) {
  return [...source.matchAll(pattern)];
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
