// What a reviewer waits for: two syntheses on disk, and two revisions.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fresh, java, JVM, ROOT, TARGET } from '../lib/build.mjs';
import { inTurn, median, row, rows, run } from '../lib/measure.mjs';
import { commits, project, PROJECT } from '../lib/project.mjs';

const [BEFORE, AFTER] = ['before', 'right'].map((model) => join(TARGET, model));

function syntheses(tiny) {
  ['before', 'right'].forEach((model) => {
    fresh(model);
    run(java('dev.slipway.Write', `'${join(TARGET, model)}'`, `-Dbench.model=${tiny ? 'tiny' : model}`), { environment: { CDK_VALIDATION: 'false' } });
  });
}

const diff = () => run(`java @target/slipway-cli.args diff --refuse none '${BEFORE}' '${AFTER}'`);

export const ofFolders = {
  name: 'diff-of-syntheses',
  isInTiny: true,
  what:
    '`slipway diff` of two syntheses of the default platform, before and after a service was added: both planes, four environments; beyond the' +
    ' start of a JVM; against two seconds.',
  run({ runs, tiny }) {
    syntheses(tiny);
    const found = inTurn(runs, { diff, jvm: () => run(`java ${JVM} -version`) }, { warm: !tiny });
    const beyond = (what) => median(found.diff.map((each, i) => each[what] - found.jvm[i][what]));
    return [row(this.name, beyond('seconds'), 's', 2), row(`${this.name}, processor`, beyond('processor'), 's', 2)];
  },
};

export const againstCdk = {
  name: 'diff-vs-cdk-diff',
  what: '`slipway diff` of the same two syntheses, JVM included; against `cdk diff --template` of one of their 23 stacks, which is as much as it does without an account.',
  run({ runs, tiny }) {
    syntheses();
    const assembly = join(BEFORE, 'cdk.out/assembly-prod');
    const template = join(assembly, readdirSync(assembly).find((file) => /^prodidentity.*\.template\.json$/.test(file)));
    const cdk = `npx cdk diff prod/identity --exclusively --app '${join(AFTER, 'cdk.out')}' --template '${template}'`;
    const found = inTurn(runs, { diff, cdk: () => run(cdk) }, { warm: !tiny });
    return rows(this.name, found.diff, found.cdk);
  },
};

export const ofRevisions = {
  name: 'diff-of-revisions',
  what:
    '`slipway diff HEAD~1 HEAD` in a project that `init` started, both revisions synthesized by their own builds; against two times' +
    ' the same build there, from nothing to `cdk.out` and `dist`.',
  run({ runs, tiny }) {
    project();
    commits();
    const cache = join(TARGET, 'revisions');
    const found = inTurn(
      runs,
      {
        diff: () => {
          rmSync(cache, { recursive: true, force: true });
          mkdirSync(cache);
          const path = `--refuse none --cache '${cache}' --project '${PROJECT}' HEAD~1 HEAD`;
          return run(`java @'${join(ROOT, 'target/slipway-cli.args')}' diff ${path}`, { cwd: PROJECT });
        },
        synth: () => {
          rmSync(join(PROJECT, 'target'), { recursive: true, force: true });
          return run('node src/build/compile-if-stale.mjs && java @target/slipway.args', { cwd: PROJECT });
        },
      },
      { warm: !tiny },
    );
    return rows(
      this.name,
      found.diff,
      found.synth.map(({ seconds, processor }) => ({ seconds: 2 * seconds, processor: 2 * processor })),
    );
  },
};
