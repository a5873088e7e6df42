// Writes the closed JSON Schema of every kind of Kubernetes object that kubernetes-models knows, each a file of its own that
// refers to no other, and of those that we have written down because nobody publishes them (written/):
// <folder>/<apiVersion, its slash an underscore>/<kind>.json. Usage: node generate.mjs <folder>
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { constrain } from './constraints.mjs';
import { readTypes } from './types.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGES = Object.keys(JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')).devDependencies).filter((name) =>
  name.includes('kubernetes-models'),
);
const METADATA = '@kubernetes-models/apimachinery/apis/meta/v1/ObjectMeta';
const folder = process.argv[2];

const types = readTypes(join(HERE, 'node_modules'), [...PACKAGES, '@kubernetes-models/apimachinery']);
const schemas = new Map();
for (const [id, type] of types) {
  schemas.set(id, type.schema());
}
for (const [id, type] of types) {
  await constrain(schemas.get(id), type.validator());
}
schemas.forEach(inherit);
for (const file of readdirSync(join(HERE, 'written'))) {
  const { apiVersion, kind, spec, $comment } = JSON.parse(readFileSync(join(HERE, 'written', file), 'utf8'));
  schemas.set(`written/${apiVersion}/${kind}`, {
    $comment,
    type: 'object',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: { apiVersion: { const: apiVersion }, kind: { const: kind }, metadata: { $ref: METADATA }, spec },
  });
}

const kinds = [...schemas].map(([id, schema]) => kindOf(id, schema)).filter((kind) => kind && !kind.name.endsWith('List'));
const stable = new Set(kinds.filter((kind) => kind.isStable).map((kind) => kind.group + kind.name));
for (const kind of kinds.filter(isServed)) {
  const path = join(folder, kind.apiVersion.replace('/', '_'), `${kind.name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(selfContained(kind.id)), { flag: 'wx' });
}

function kindOf(id, { properties }) {
  const apiVersion = properties?.apiVersion?.const;
  const name = properties?.kind?.const;
  return apiVersion && name
    ? { id, apiVersion, name, group: apiVersion.replace(/[^/]+$/, ''), isStable: /(^|\/)v\d+$/.test(apiVersion) }
    : undefined;
}

/** Kubernetes itself serves no alpha or beta unless asked to, and who has a stable version is to use it. */
function isServed({ id, group, name, isStable }) {
  return isStable || !(id.startsWith('kubernetes-models/') || stable.has(group + name));
}

/** Fields of the types that a type extends are its own: a closed schema cannot be composed. */
function inherit(schema) {
  for (const base of schema.extends ?? []) {
    inherit(schemas.get(base));
    schema.properties = { ...schemas.get(base).properties, ...schema.properties };
    schema.required = [...new Set([...(schemas.get(base).required ?? []), ...(schema.required ?? [])])];
  }
  delete schema.extends;
}

/** A schema with all that it refers to. */
function selfContained(id) {
  const definitions = {};
  const collect = (target) => {
    if (!(target in definitions)) {
      definitions[target] = true;
      definitions[target] = JSON.parse(JSON.stringify(schemas.get(target)), (key, value) => {
        if (key !== '$ref' || typeof value !== 'string') {
          return value;
        }
        if (!schemas.has(value)) {
          throw new Error(`${target}: ${value} is not known`);
        }
        collect(value);
        return `#/definitions/${value.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      });
    }
  };
  collect(id);
  const { [id]: root, ...rest } = definitions;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: id,
    definitions: { [id]: root, ...rest },
    allOf: [{ $ref: `#/definitions/${id.replaceAll('/', '~1')}` }],
  };
}
