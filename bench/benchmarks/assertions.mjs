// Suites of 50 test classes with ten assertions each, and single assertions, against the CDK's Template.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { java, TARGET } from '../lib/build.mjs';
import { inTurn, median, row, rows, run } from '../lib/measure.mjs';

const verdicts = (style, model) => join(TARGET, `verdicts-${model}-${style}`);
const suite = (style, { model = 'right', classes = 'all', one = false, times = 1, mode = 'serial' } = {}) =>
  run(
    java(
      'dev.slipway.bench.suite.Run',
      `${style} ${classes} ${times} ${mode} '${verdicts(style, model)}'`,
      `-Dbench.model=${model} -Dbench.one=${one}`,
    ),
  );

// Both ways say the same of every assertion, of the model that is right and of the one that is broken.
function compare(classes) {
  for (const model of ['right', 'broken']) {
    const [cdk, kit] = ['Cdk', 'Kit'].map((style) => {
      const { lines } = suite(style, { model, classes, one: true });
      return { ...lines, text: readFileSync(verdicts(style, model), 'utf8') };
    });
    const isAsExpected = model === 'right' ? kit.failures === 0 : kit.failures > 0;
    if (cdk.text !== kit.text || !isAsExpected) {
      throw new Error(`The verdicts on the ${model} model differ: see ${verdicts('Cdk', model)} and ${verdicts('Kit', model)}`);
    }
    console.log(`  ${model} model: ${kit.tests} verdicts agree, of which ${kit.failures} are failures`);
  }
}

export const suites = {
  name: 'assertions-vs-cdk-template',
  isInTiny: true,
  what:
    'a run of the whole suite in a new JVM, 50 test classes with ten assertions each over the stacks of the default platform; against the same' +
    " with the CDK's `Template`, an app and a `Template` a class. *one environment*: against apps that hold only the environment that is looked at." +
    ' Before, both suites run on the right and on a broken model, and each assertion must have the same verdict.',
  run({ runs, tiny }) {
    compare(tiny ? 2 : 'all');
    if (tiny) {
      return [];
    }
    const found = inTurn(
      runs,
      {
        kit: () => suite('Kit'),
        cdk: () => suite('Cdk'),
        one: () => suite('Cdk', { one: true }),
      },
    );
    return [...rows(this.name, found.kit, found.cdk), ...rows(`${this.name}, one environment`, found.kit, found.one)];
  },
};

export const single = {
  name: 'assertion-vs-cdk-template',
  isInTiny: true,
  what: "one assertion, the mean of the same 500, with synthesis and `Template` made beforehand; against the CDK's, in rounds that take turns.",
  run({ tiny }) {
    const { lines } = run(java('dev.slipway.bench.suite.One', tiny ? '0 1' : '3 10'));
    return [row(this.name, lines.kit, 'µs', lines.cdk)];
  },
};

export const beyond = {
  name: 'assertions-of-all-environments',
  what: 'what 500 assertions over all environments, cold, take beyond the one synthesis that they share; against two seconds.',
  run({ runs, tiny }) {
    const found = inTurn(runs, { all: () => run(java('dev.slipway.bench.suite.AllEnvironments')).lines.milliseconds / 1000 }, { warm: !tiny });
    return [row(this.name, median(found.all), 's', 2)];
  },
};

export const parallel = {
  name: 'assertions-in-parallel',
  what: 'a hundred runs of the whole suite one after the other in one JVM, all classes and tests at once on all cores; a run with another verdict ends it.',
  isInTiny: true,
  run({ tiny }) {
    const { seconds, lines } = suite('Kit', { mode: 'parallel', times: tiny ? 2 : 100, classes: tiny ? 2 : 'all' });
    if (lines.failures !== 0) {
      throw new Error(`${lines.failures} assertions fail`);
    }
    return [row(this.name, lines.runs, 'runs'), row(`${this.name}, time`, seconds, 's')];
  },
};
