// From an edit to a finished synthesis, its phases, and how they grow.
import { join } from 'node:path';
import { fresh, java, MAVEN, ROOT } from '../lib/build.mjs';
import { inTurn, median, row, rows, run } from '../lib/measure.mjs';
import { touch } from '../lib/project.mjs';

const EDITED = join(ROOT, 'src/main/java/dev/slipway/blueprint/ordering/OrderingServices.java');
const SERVICES = [25, 50, 100, 200];

export const ways = {
  name: 'synthesis',
  what:
    'each way to the finished output of the default platform, after an edit of one source file and without one; against `java @target/slipway.args`.',
  run({ runs, tiny }) {
    const edited = (command) => () => (touch(EDITED), run(command));
    const found = inTurn(
      tiny ? 1 : runs,
      {
        'java @target/slipway.args': () => run('java @target/slipway.args'),
        'mvn compile exec:java': () => run(`${MAVEN} compile exec:java`),
        'mvn compile exec:java after an edit': edited(`${MAVEN} compile exec:java`),
        'cdk synth': () => run(`npx cdk synth --quiet --output '${fresh('cdk.out')}'`),
        'cdk synth after an edit': edited(`npx cdk synth --quiet --output '${fresh('cdk.out')}'`),
        'cdk8s synth after an edit': edited(`npx cdk8s synth --no-check-upgrade --output '${fresh('dist')}'`),
        'staleness check': () => run('node src/build/compile-if-stale.mjs'),
      },
      { warm: !tiny },
    );
    return Object.entries(found).flatMap(([way, list]) => rows(`${this.name}, ${way}`, list, found['java @target/slipway.args']));
  },
};

export const phases = {
  name: 'phases',
  isInTiny: true,
  what:
    'the phases of one synthesis in a new JVM, in time of the processor, Node included; against the whole. What the validation of the CDK takes is the' +
    ' difference between runs with and without it.',
  run({ runs, tiny }) {
    const phasesOf = (validation) => () =>
      run(java('dev.slipway.Phases', `'${fresh('phases')}'`, tiny ? '-Dbench.model=tiny' : ''), { environment: { CDK_VALIDATION: validation } }).lines;
    const found = inTurn(runs, { validated: phasesOf('true'), plain: phasesOf('false') }, { warm: !tiny });
    const seconds = (list, phase) => median(list.map((lines) => lines[`${phase}, processor`])) / 1000;
    const names = Object.keys(found.plain[0]).filter((name) => `${name}, processor` in found.plain[0]);
    const split = Object.fromEntries(names.map((name) => [name, seconds(found.plain, name)]));
    split["CDK's validation"] = Math.max(0, seconds(found.validated, 'AWS plane') - split['AWS plane']);
    const all = Object.values(split).reduce((sum, value) => sum + value, 0);
    return Object.entries(split)
      .filter(([, value]) => value > 0)
      .map(([name, value]) => row(`${this.name}, ${name}`, value, 's', all));
  },
};

export const rules = {
  name: 'rules',
  what: 'all rules over the default platform, cold, in time of the processor; against 0.15 seconds.',
  run({ runs, tiny }) {
    const once = () => run(java('dev.slipway.Phases', `'${fresh('phases')}'`, tiny ? '-Dbench.model=tiny' : ''), { environment: { CDK_VALIDATION: 'false' } });
    const found = inTurn(runs, { rules: once }, { warm: !tiny });
    return [row(this.name, median(found.rules.map(({ lines }) => lines['rules, processor'])) / 1000, 's', 0.15)];
  },
};

export const many = {
  name: 'many-services',
  what:
    'one synthesis with 25 to 200 services in one environment on EKS with MSK, RDS and ElastiCache, in time of the processor; against as many times that of' +
    ' 25 as there are more services. The validation of the CDK and its count of resources are off.',
  run({ tiny }) {
    const environment = { CDK_VALIDATION: 'false', CDK_CONTEXT_JSON: JSON.stringify({ '@aws-cdk/core:stackResourceLimit': 0 }) };
    const sizes = tiny ? [2] : SERVICES;
    const found = sizes.map((services) => run(java('dev.slipway.Many', `'${fresh('many')}' ${services}`), { environment }).lines);
    const all = (lines) =>
      Object.entries(lines)
        .filter(([name]) => name.endsWith(', processor'))
        .reduce((sum, [, value]) => sum + value, 0) / 1000;
    return sizes.flatMap((services, i) => [
      row(`${this.name}, ${services}`, all(found[i]), 's', (all(found[0]) * services) / sizes[0]),
      row(`${this.name}, ${services}, heap`, found[i].heap, 'MiB'),
      row(`${this.name}, ${services}, Node`, found[i].Node, 'MiB'),
    ]);
  },
};
