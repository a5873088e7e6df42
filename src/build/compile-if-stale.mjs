// Compiles the program when something is newer than its last successful compilation; otherwise exits at once, so that
// neither `cdk synth` nor `cdk8s synth` waits for a start of Maven.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const INPUTS = ['pom.xml', 'package-lock.json', 'src/build', 'src/main'];
const COMPILED = 'target/slipway.args';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));

const compiled = statSync(COMPILED, { throwIfNoEntry: false });
if (!compiled || INPUTS.some((input) => isNewer(input, compiled.mtimeMs))) {
  compile();
}

// A folder counts too: its time changes when a file is added, renamed or deleted.
function isNewer(path, time) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return (
    stat !== undefined &&
    (stat.mtimeMs > time || (stat.isDirectory() && readdirSync(path).some((entry) => isNewer(join(path, entry), time))))
  );
}

function compile() {
  // Quiet, but for warnings: they fail the build, and -q would hide them. On standard error, because standard output may
  // be a pipe for manifests.
  const maven = spawnSync('mvn -B -Dfast -Dorg.slf4j.simpleLogger.defaultLogLevel=warn compile', {
    shell: true,
    stdio: ['ignore', 2, 2],
  });
  if (maven.error) {
    throw maven.error;
  }
  process.exitCode = maven.status ?? 1;
}
