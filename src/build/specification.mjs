// Writes what the npm package @aws-cdk/aws-service-spec knows of CloudFormation's types as resources: for each service a file with
// the properties of its types and their allowed values, which of them replace a resource, and what Ref and Fn::GetAtt give. What is left
// out: documentation, and older types of properties.
// Usage: node specification.mjs <folder>
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

const load = createRequire(import.meta.url);
const database = load('@aws-cdk/aws-service-spec').loadAwsServiceSpecSync();

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const services = new Map();
for (const resource of database.all('resource')) {
  const service = resource.cloudFormationType.split('::').slice(0, 2).join('-');
  services.set(service, { ...services.get(service), [resource.cloudFormationType]: reduced(resource) });
}
if (services.size < 200 || !('AWS::RDS::DBInstance' in services.get('AWS-RDS'))) {
  throw new Error(`@aws-cdk/aws-service-spec holds ${services.size} services: it has changed`);
}
for (const [service, types] of services) {
  writeFileSync(join(folder, `${service}.json`), JSON.stringify(sorted(types)));
}

function reduced(resource) {
  const structures = {};
  const properties = fields(resource, structures);
  const more = new Set((resource.additionalReplacementProperties ?? []).map((path) => path.join('.')));
  return {
    properties,
    ...(Object.keys(structures).length > 0 && { structures: sorted(structures) }),
    ...(more.size > 0 && { replacedBy: [...more].sort() }),
    reference: resource.cfnRefIdentifier ?? resource.primaryIdentifier ?? [],
    attributes: Object.keys(resource.attributes).sort(),
    ...(resource.isStateful && { stateful: true }),
  };
}

function fields(holder, structures) {
  const all = Object.entries(holder.properties).map(([name, property]) => [
    name,
    {
      type: typeOf(property.type, structures),
      ...(property.required && { required: true }),
      ...(property.causesReplacement === 'yes' && { replacement: 'always' }),
      ...(property.causesReplacement === 'maybe' && { replacement: 'maybe' }),
    },
  ]);
  return sorted(Object.fromEntries(all));
}

// A plain type is its name, or holds the values that it allows; structures stand beside the properties, since some hold themselves.
function typeOf(type, structures) {
  switch (type.type) {
    case 'array':
      return { list: typeOf(type.element, structures) };
    case 'map':
      return { map: typeOf(type.element, structures) };
    case 'union':
      return { any: type.types.map((one) => typeOf(one, structures)) };
    case 'ref': {
      const definition = database.get('typeDefinition', type.reference);
      if (!(definition.name in structures)) {
        structures[definition.name] = {};
        structures[definition.name] = fields(definition, structures);
      }
      return { structure: definition.name };
    }
    default:
      return type.allowedValues ? { [type.type]: type.allowedValues } : type.type;
  }
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
