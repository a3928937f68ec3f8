'use strict';
// What the checks of scripts/check-hosts.cjs share: the packed package beside all hosts in build/hosts, and steps that have to succeed.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const readline = require('node:readline');
const { writeRecipe } = require('./recipe.cjs');
const { lastLine, root, run } = require('../package/tools.cjs');

const home = path.join(root, 'build/hosts');
const modules = path.join(home, 'node_modules');
/** The packed package has no binaries without `npm run release:prebuild`: those of the clone. */
const env = { LIBTORCH_NODE_PREBUILD: root, LIBTORCH_NODE_FLAVOUR: 'cpu', NEXT_TELEMETRY_DISABLED: '1' };

/** A check that failed, in a sentence. */
class Problem extends Error {}

/** What a step printed; it has to succeed. */
function expectSuccess(what, { status, stdout, output }) {
  if (status !== 0) throw new Problem(`${what}: ${lastLine(output)}\n${output.slice(-2000)}`);
  return stdout;
}

const node = (folder, ...args) => run(process.execPath, args, { cwd: folder, env });

/** The tarball, and all hosts beside it. */
function install() {
  fs.mkdirSync(home, { recursive: true });
  const packed = expectSuccess('npm pack', run('npm', ['pack', '--silent', '--pack-destination', home], { cwd: root }));
  const tarball = path.join(home, packed.trim().split('\n').at(-1));
  fs.copyFileSync(path.join(__dirname, 'package.json'), path.join(home, 'package.json'));
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock', tarball];
  expectSuccess('npm install', run('npm', args, { cwd: home }));
  return tarball;
}

/** An empty folder with the files of a page. */
function project(page) {
  const folder = path.join(home, 'projects', page);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: page, private: true, type: 'module' }));
  // Else bundlers find the one of this repository, which names its sources.
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), '{}');
  writeRecipe(page, folder);
  return folder;
}

/** The first text that a program prints and that fits. */
async function heard(child, wanted) {
  for await (const line of readline.createInterface({ input: child.stdout })) {
    const [found] = wanted.exec(line) ?? [];
    if (found) return found;
  }
  throw new Problem('the program ended before it was ready');
}

/** Starts a server, hands its address to `body`, and ends it by SIGTERM. Returns how it ended. */
async function withServer(args, { folder, more = {}, ready }, body) {
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env, ...more } });
  let errors = '';
  child.stderr.on('data', (text) => (errors = (errors + text).slice(-2000)));
  const ended = once(child, 'exit');
  try {
    const found = await heard(child, ready).catch((error) => {
      throw new Problem(`${error.message}: ${errors}`);
    });
    child.stdout.resume();
    await body(found);
  } finally {
    child.kill('SIGTERM');
  }
  const [code] = await ended;
  return code;
}

/** What a server answers to a POST of JSON. */
async function post(url, body) {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers });
  return `${reply.status} ${await reply.text()}`;
}

module.exports = { Problem, env, expectSuccess, home, install, modules, node, post, project, root, run, withServer };
