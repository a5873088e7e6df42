// The types lack what else a schema can say: whole numbers, ranges, lengths, patterns. The compiled validators of
// kubernetes-models know it, and name what they miss: so each field is tried with values that break every such rule.
import { pathToFileURL } from 'node:url';

const LONG = 'ü'.repeat(10_000);
const TRIED = {
  number: [0.5, -1e30, 1e30],
  string: ['', ' ', LONG],
  array: [[], Array.from({ length: 1_000 }, (_, i) => i)],
  object: [{}, Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, i]))],
};

/** Adds to the schema of a type what its validator finds when asked. */
export async function constrain(schema, validator) {
  if (validator) {
    const { validate } = await import(pathToFileURL(`${validator.replace(/\.js$/, '')}.js`));
    visit(schema, validate, '', (value) => value);
  }
}

function visit(schema, validate, path, wrap) {
  for (const value of TRIED[schema.type] ?? []) {
    validate(wrap(value));
    (validate.errors ?? []).filter((error) => error.instancePath === path).forEach((error) => note(schema, error));
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    visit(property, validate, `${path}/${name}`, (value) => wrap({ [name]: value }));
  }
  if (schema.items) {
    visit(schema.items, validate, `${path}/0`, (value) => wrap([value]));
  }
  if (typeof schema.additionalProperties === 'object') {
    visit(schema.additionalProperties, validate, `${path}/k`, (value) => wrap({ k: value }));
  }
}

function note(schema, { keyword, params }) {
  if (keyword === 'type' && params.type === 'integer') {
    schema.type = 'integer';
  } else if (keyword === 'format' && params.format === 'int32') {
    schema.minimum ??= -(2 ** 31);
    schema.maximum ??= 2 ** 31 - 1;
  } else if (keyword === 'pattern') {
    schema.pattern = params.pattern;
  } else if (['minimum', 'maximum'].includes(keyword)) {
    schema[params.comparison.includes('=') ? keyword : `exclusive${keyword[0].toUpperCase()}${keyword.slice(1)}`] = params.limit;
  } else if (/^(min|max)(Length|Items|Properties)$/.test(keyword)) {
    schema[keyword] = params.limit;
  }
}
