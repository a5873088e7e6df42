// Comments on the pull request that a run was for, from the artifact of that run. The run executed code of whoever opened the pull
// request, so everything in the artifact may be hostile: it is read in memory and never written, under limits; the number of the pull
// request counts only where GitHub says that its head is the commit of the run; and of the Markdown only what Slipway writes itself is kept.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { inflateRawSync } from 'node:zlib';

const ARTIFACT = 'slipway-comment';
const NUMBER = 'number.txt';
const TEXT = 'comment.md';
const MARK = '<!-- slipway -->';
const AUTHOR = 'github-actions[bot]';

// GitHub takes 65,536 characters of a comment; counted in bytes here, which are never fewer.
const MOST = 65_000;
const MOST_PACKED = 1024 * 1024;
const MOST_UNPACKED = { [NUMBER]: 16, [TEXT]: 512 * 1024 };
const MOST_ANSWER = 8 * 1024 * 1024;
const MOST_PAGES = 30;
const PATIENCE = 30_000;

// Of Mermaid: what leads elsewhere, runs, or sets how it is drawn.
const DANGEROUS = /(^|;)\s*(click|link|links|href)\b|%%|:\/\/|javascript|[<@]|^\s*---/i;

class Refused extends Error {}
class Nothing extends Error {}

async function main() {
  const repository = process.env.GITHUB_REPOSITORY;
  const run = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8')).workflow_run;
  if (run.event !== 'pull_request') {
    throw new Nothing('the run was not for a pull request');
  }
  const files = unzip(await artifact(repository, run.id));
  const number = numberIn(files.get(NUMBER));
  await mustBeOf(run, repository, number);
  const body = comment(decoded(files.get(TEXT)), repository, run);
  return post(repository, number, body);
}

// GitHub

async function api(path, options = {}) {
  const response = await fetch(`${process.env.GITHUB_API_URL}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
    ...options,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${process.env.GITHUB_TOKEN}`,
      'content-type': 'application/json',
      'user-agent': 'slipway',
      'x-github-api-version': '2022-11-28',
    },
  });
  return response;
}

async function json(path, options) {
  const response = await api(path, options);
  if (!response.ok) {
    throw new Error(`GitHub answers ${response.status} to ${options?.method ?? 'GET'} ${path}`);
  }
  return JSON.parse((await limited(response, MOST_ANSWER)).toString('utf8'));
}

async function artifact(repository, run) {
  const { artifacts } = await json(`/repos/${repository}/actions/runs/${Number(run)}/artifacts?name=${ARTIFACT}&per_page=100`);
  const named = artifacts.filter((one) => one.name === ARTIFACT && !one.expired);
  if (named.length === 0) {
    throw new Nothing('the run left no artifact, as where the platform does not compile');
  }
  if (named.length > 1 || named[0].size_in_bytes > MOST_PACKED) {
    throw new Refused('the artifact must be one, of at most 1 MiB');
  }
  const answer = await api(`/repos/${repository}/actions/artifacts/${Number(named[0].id)}/zip`);
  if (answer.status !== 302) {
    throw new Error(`GitHub answers ${answer.status} to the download of the artifact`);
  }
  // Elsewhere, where the token has no business.
  const place = new URL(answer.headers.get('location'));
  if (place.protocol !== 'https:' && place.protocol !== new URL(process.env.GITHUB_API_URL).protocol) {
    throw new Refused('the artifact must be fetched over HTTPS');
  }
  const file = await fetch(place, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!file.ok) {
    throw new Error(`the storage answers ${file.status}`);
  }
  return limited(file, MOST_PACKED);
}

// Whatever the length is said to be: counted as it comes.
async function limited(response, most) {
  const parts = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > most) {
      throw new Refused(`an answer must have at most ${most} bytes`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function mustBeOf(run, repository, number) {
  const response = await api(`/repos/${repository}/pulls/${number}`);
  if (response.status === 404) {
    throw new Refused(`there must be a pull request of the number (${number})`);
  }
  if (!response.ok) {
    throw new Error(`GitHub answers ${response.status} to the pull request`);
  }
  const pull = JSON.parse((await limited(response, MOST_ANSWER)).toString('utf8'));
  const isSameBranch =
    pull.base?.repo?.full_name === repository &&
    pull.head?.repo?.full_name === run.head_repository?.full_name &&
    pull.head?.ref === run.head_branch;
  if (!isSameBranch) {
    throw new Refused(`the pull request (${number}) must be the one that the run was for`);
  }
  if (pull.head.sha !== run.head_sha) {
    throw new Nothing('the pull request has a newer commit, whose run will comment');
  }
  if (pull.state !== 'open') {
    throw new Nothing('the pull request is closed');
  }
}

async function post(repository, number, body) {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const comments = await json(`/repos/${repository}/issues/${number}/comments?per_page=100&page=${page}`);
    const ours = comments.find((one) => one.user?.login === AUTHOR && one.body?.startsWith(MARK));
    if (ours) {
      await json(`/repos/${repository}/issues/comments/${Number(ours.id)}`, { method: 'PATCH', body: JSON.stringify({ body }) });
      return `The comment on pull request ${number} is brought up to date`;
    }
    if (comments.length < 100) {
      break;
    }
  }
  await json(`/repos/${repository}/issues/${number}/comments`, { method: 'POST', body: JSON.stringify({ body }) });
  return `Pull request ${number} has a comment`;
}

// The artifact: a ZIP archive of exactly two files, as https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT has it

function unzip(zip) {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== 0x06054b50) {
    throw new Refused('the artifact must be a ZIP archive without a comment');
  }
  const count = zip.readUInt16LE(end + 10);
  if (count !== 2 || zip.readUInt16LE(end + 8) !== count) {
    throw new Refused(`the artifact must hold ${NUMBER} and ${TEXT}, and nothing else`);
  }
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    bounded(zip, at, 46, 0x02014b50);
    const length = zip.readUInt16LE(at + 28);
    bounded(zip, at, 46 + length);
    const name = zip.toString('latin1', at + 46, at + 46 + length);
    if ((name !== NUMBER && name !== TEXT) || files.has(name)) {
      throw new Refused(`the artifact must hold ${NUMBER} and ${TEXT}, and nothing else`);
    }
    files.set(name, content(zip, at, MOST_UNPACKED[name], name));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function content(zip, entry, most, name) {
  const method = zip.readUInt16LE(entry + 10);
  const packed = zip.readUInt32LE(entry + 20);
  const unpacked = zip.readUInt32LE(entry + 24);
  const local = zip.readUInt32LE(entry + 42);
  if (unpacked > most) {
    throw new Refused(`the file (${name}) must have at most ${most} bytes`);
  }
  if ((zip.readUInt16LE(entry + 8) & 1) !== 0 || (method !== 0 && method !== 8)) {
    throw new Refused(`the file (${name}) must be stored or deflated`);
  }
  bounded(zip, local, 30, 0x04034b50);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  bounded(zip, start, packed);
  const bytes = zip.subarray(start, start + packed);
  let file;
  try {
    file = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: most });
  } catch {
    throw new Refused(`the file (${name}) must unpack to at most ${most} bytes`);
  }
  if (file.length !== unpacked) {
    throw new Refused(`the file (${name}) must have the size that it says`);
  }
  return file;
}

function bounded(zip, at, length, signature) {
  if (at + length > zip.length || (signature !== undefined && zip.readUInt32LE(at) !== signature)) {
    throw new Refused('the artifact must be a whole ZIP archive');
  }
}

function numberIn(bytes) {
  const text = bytes.toString('latin1');
  if (!/^[1-9][0-9]{0,8}\n?$/.test(text)) {
    throw new Refused(`the file (${NUMBER}) must hold the number of a pull request`);
  }
  return Number(text);
}

function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(`the file (${TEXT}) must be UTF-8`);
  }
}

// The Markdown: what Slipway writes is kept, line by line; anything else is shown as code, where it is no markup, link or mention

function comment(text, repository, run) {
  const server = process.env.GITHUB_SERVER_URL ?? 'https://github.com';
  const sha = /^[0-9a-f]{40}$/.test(run.head_sha) ? run.head_sha : '';
  const foot =
    `\n<sub>Written by the build of \`${sha.slice(0, 12)}\`, which is code of the pull request: ` +
    `[its run](${server}/${repository}/actions/runs/${Number(run.id)}) has the log and the rest.</sub>\n`;
  const page = new Page(MOST - Buffer.byteLength(MARK + foot) - 200);
  lines(text).every((line) => page.add(line));
  return `${MARK}\n${page.finish()}${foot}`;
}

function lines(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, ' ')
    .split('\n');
}

class Page {
  constructor(most) {
    this.left = most;
    this.out = [];
    this.open = 0;
    this.fence = undefined;
  }

  // Whether there is room for more.
  add(line) {
    if (this.fence) {
      return this.addCode(line);
    }
    const opening = /^(`{3,20})(diff|mermaid|text|)$/.exec(line);
    if (opening) {
      this.fence = { ticks: opening[1], language: opening[2], body: [], size: 0 };
      return this.room() > 0;
    }
    return this.write(this.outside(line));
  }

  // A line that could end the block for any reader of Markdown ends it here too.
  addCode(line) {
    const { ticks, body } = this.fence;
    if (new RegExp(`^\\s*\`{${ticks.length},}\\s*$`).test(line)) {
      return this.endCode();
    }
    if (Buffer.byteLength(line) + 1 > this.room() - this.fence.size - 60) {
      this.endCode();
      return this.cut();
    }
    this.fence.size += Buffer.byteLength(line) + 1;
    body.push(line);
    return true;
  }

  endCode() {
    const { ticks, language, body } = this.fence;
    this.fence = undefined;
    // A diagram may hold links and settings: such a one is shown as its text.
    const isSafe = language !== 'mermaid' || !body.some((line) => DANGEROUS.test(line.replace(/<br\/>/g, '')));
    return this.write(`${ticks}${isSafe ? language : 'text'}\n${body.map((each) => `${each}\n`).join('')}${ticks}`);
  }

  outside(line) {
    if (line.trim() === '') {
      return '';
    }
    const summary = /^<details><summary>(.*)<\/summary>$/.exec(line);
    if (summary) {
      this.open++;
      // Markdown begins again after an empty line only: before it, all is HTML.
      return `\n<details><summary>${html(summary[1])}</summary>\n`;
    }
    if (line === '</details>') {
      this.open--;
      return this.open < 0 ? ((this.open = 0), '') : '\n</details>\n';
    }
    const heading = /^(## |\*\*)(.*?)(\*\*)?$/.exec(line);
    if (heading && (heading[1] === '## ') === (heading[3] === undefined) && isPlain(heading[2])) {
      return line;
    }
    return isPlain(line) ? line : code(line);
  }

  room() {
    return this.left - this.open * 16 - 200;
  }

  write(text) {
    const size = Buffer.byteLength(text) + 1;
    if (size > this.room()) {
      return this.cut();
    }
    this.left -= size;
    this.out.push(text);
    return true;
  }

  cut() {
    this.isCut = true;
    return false;
  }

  finish() {
    if (this.fence) {
      this.endCode();
    }
    return `${this.out.join('\n')}\n${'\n</details>\n'.repeat(this.open)}${this.isCut ? '\nThere is more than a comment holds.\n' : ''}`;
  }
}

// Words, and code between single backticks: nothing that Markdown or GitHub makes a link, a mention or an element of.
function isPlain(text) {
  const parts = text.split('`');
  return (
    parts.length % 2 === 1 &&
    parts.every((part, i) => (i % 2 === 0 ? /^[\p{L}\p{N} ,.;:()$%+→-]*$/u.test(part) : part !== '')) &&
    !parts.some((part, i) => i % 2 === 0 && i > 0 && i < parts.length - 1 && part === '') &&
    !/\$`|`\$/.test(text) &&
    !parts.some((part, i) => i % 2 === 0 && /www\.|GH-\d|^ {4}/i.test(part))
  );
}

function code(line) {
  const runs = line.match(/`+/g) ?? [];
  const ticks = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  return `${ticks} ${line.trim()} ${ticks}`;
}

// As the renderer writes it: letters, digits and what is harmless, all else as numbers of characters. Decoded first, so that nothing is
// encoded twice; an @ or # stands with a joiner behind it, by which nobody is mentioned.
function html(text) {
  const plain = text.replace(/&#(\d{1,7});/g, (all, digits) => (Number(digits) <= 0x10ffff ? String.fromCodePoint(Number(digits)) : ' '));
  return [...plain.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')]
    .map((character) => {
      if (/[\p{L}\p{N} ,.+\-$()→]/u.test(character)) {
        return character;
      }
      return `&#${character.codePointAt(0)};${/[@#/:]/.test(character) ? '&#8288;' : ''}`;
    })
    .join('')
    .replace(/www\./gi, 'www&#8288;.')
    .replace(/GH-/gi, 'GH&#8288;-');
}

function oneLine(text) {
  return String(text).replace(/[^\P{C}]/gu, ' ').slice(0, 500);
}

try {
  console.log(await main());
} catch (problem) {
  if (problem instanceof Nothing) {
    console.log(`Nothing was commented: ${problem.message}`);
  } else {
    console.error(problem instanceof Refused ? `Refused: ${problem.message}` : `It failed: ${oneLine(problem.message)}`);
    process.exitCode = problem instanceof Refused ? 1 : 3;
  }
}
