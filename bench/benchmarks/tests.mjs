// What somebody waits for who writes a test in a project of their own.
import { join } from 'node:path';
import { classPath } from '../lib/build.mjs';
import { inTurn, rows, run } from '../lib/measure.mjs';
import { inProject, project, PROJECT, touch } from '../lib/project.mjs';

const CLASSES = ['target/test-classes', 'target/classes'].map((folder) => join(PROJECT, folder));
const PLATFORM = join(PROJECT, 'src/main/java/com/acme/shop/ShopPlatform.java');

export const first = {
  name: 'first-test',
  what:
    'a new JVM, with the flags that `init` gives Surefire and without any, until the tests have passed that `init` starts a project with: two environments on' +
    ' AWS, both planes; against five seconds.',
  run({ runs, tiny }) {
    project();
    const test = (flags) => () => run(`java ${flags} -cp '${classPath(...CLASSES)}' dev.slipway.bench.Junit com.acme.shop.ShopPlatformTest`, { cwd: PROJECT });
    const found = inTurn(runs, { flags: test('-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'), none: test('') }, { warm: !tiny });
    return [...rows(this.name, found.flags, 5), ...rows(`${this.name}, without flags`, found.none, 5)];
  },
};

export const edit = {
  name: 'edit-to-test',
  what:
    '`mvn test -Dtest=ShopPlatformTest` in that project after an edit of its platform; against the same command for a test of nothing, which is what Maven' +
    ' takes by itself.',
  run({ runs, tiny }) {
    project();
    run(`printf '%s' 'package com.acme.shop; class NothingTest { @org.junit.jupiter.api.Test void passes() {} }' > NothingTest.java`, {
      cwd: join(PROJECT, 'src/test/java/com/acme/shop'),
    });
    const found = inTurn(
      runs,
      {
        shop: () => (touch(PLATFORM), inProject('test -Dtest=ShopPlatformTest')),
        nothing: () => (touch(PLATFORM), inProject('test -Dtest=NothingTest')),
      },
      { warm: !tiny },
    );
    return rows(this.name, found.shop, found.nothing);
  },
};
