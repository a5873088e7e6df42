// A project of somebody's own, as `slipway init` starts it: it takes Slipway from a Maven repository of its own, which otherwise links to
// what this machine has downloaded.
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fresh, MAVEN, ROOT, TARGET } from './build.mjs';
import { run } from './measure.mjs';

const REPOSITORY = join(TARGET, 'repository');
const pinned = (pom, name) => pom.match(new RegExp(`<${name}>(.*?)</`))[1];

export const PROJECT = join(TARGET, 'shop');
export const inProject = (goals) => run(`${MAVEN} ${goals}`, { cwd: PROJECT });

export function project() {
  unlink();
  const downloaded = join(homedir(), '.m2/repository');
  fresh('repository');
  mkdirSync(join(REPOSITORY, 'dev'), { recursive: true });
  linkAll(downloaded, REPOSITORY, 'dev');
  linkAll(join(downloaded, 'dev'), join(REPOSITORY, 'dev'), 'slipway');
  run(`${MAVEN} -Dfast -DskipTests -Dservices.skip=true package`, { cwd: ROOT });
  const pom = readFileSync(join(ROOT, 'pom.xml'), 'utf8');
  const install = `org.apache.maven.plugins:maven-install-plugin:${pinned(pom, 'maven-install-plugin.version')}`;
  const jar = `target/slipway-${pom.match(/<artifactId>slipway<\/artifactId>\s*<version>(.*?)</)[1]}.jar`;
  run(`${MAVEN} -Dmaven.repo.local='${REPOSITORY}' ${install}:install-file -Dfile=${jar} -DpomFile=target/slipway.pom`, { cwd: ROOT });
  fresh('shop');
  run(`java @target/slipway-cli.args init --directory '${PROJECT}' --name shop --package com.acme.shop`, { cwd: ROOT });
  // for every Maven there, be it started by a command of Slipway
  mkdirSync(join(PROJECT, '.mvn'));
  writeFileSync(join(PROJECT, '.mvn/maven.config'), `-Dmaven.repo.local=${REPOSITORY}\n`);
  inProject('test-compile');
}

// Git knows the project, with a change of the model as its second commit.
export function commits() {
  const git = (command) => run(`git -c user.name=bench -c user.email=bench@example.com -c commit.gpgsign=false ${command}`, { cwd: PROJECT });
  git('init -q');
  git('add -A');
  git('commit -qm before');
  const source = join(PROJECT, 'src/main/java/com/acme/shop/ShopPlatform.java');
  writeFileSync(source, readFileSync(source, 'utf8').replace('partitions(12)', 'partitions(24)'));
  git('commit -qam after');
}

export const touch = (file) => {
  if (!existsSync(file)) {
    throw new Error(`There is no file (${file}).`);
  }
  utimesSync(file, new Date(), new Date());
};

// Before anything deletes the folder: links go, and nothing that they lead to.
function unlink() {
  for (const folder of [join(REPOSITORY, 'dev'), REPOSITORY].filter(existsSync)) {
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isSymbolicLink())
      .forEach((entry) => unlinkSync(join(folder, entry.name)));
  }
}

function linkAll(from, to, without) {
  if (existsSync(from)) {
    readdirSync(from)
      .filter((name) => name !== without)
      .forEach((name) => symlinkSync(join(from, name), join(to, name)));
  }
}
