#!/usr/bin/env node
'use strict';
// npm run check:hosts: packs the package, installs it beside bundlers, frameworks and other runtimes into build/hosts, and runs
// the programs of docs/recipes there. Needs `npm run build` before, libtorch in the cache, and the npm registry. What it
// installs is some 600 MB, so it is no part of `npm test`.
//
//   node scripts/check-hosts.cjs [webpack] [vite] [next] [electron] [bun] [deno] [init]
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const readline = require('node:readline');
const { writeRecipe } = require('./hosts/recipe.cjs');
const { lastLine, root, run } = require('./package/tools.cjs');

const home = path.join(root, 'build/hosts');
const modules = path.join(home, 'node_modules');
/** The packed package has no binaries without `npm run release:prebuild`: those of the clone. */
const env = { LIBTORCH_NODE_PREBUILD: root, LIBTORCH_NODE_FLAVOUR: 'cpu', NEXT_TELEMETRY_DISABLED: '1' };
const TRAINING = `
const torch = require('libtorch-node');
torch.manualSeed(0);
const x = torch.randn([32, 8]);
const model = new torch.nn.Linear(8, 1);
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.05 });
let loss;
for (let step = 0; step < 50; step++) {
  optimizer.zeroGrad();
  loss = torch.nn.functional.mseLoss(model.forward(x), x.sum(1, true));
  loss.backward();
  optimizer.step();
}
console.log('loss', loss.item());
`;

class Problem extends Error {}

/** What a step printed; it has to succeed. */
function expectSuccess(what, { status, stdout, output }) {
  if (status !== 0) throw new Problem(`${what}: ${lastLine(output)}\n${output.slice(-2000)}`);
  return stdout;
}

const node = (folder, ...args) => run(process.execPath, args, { cwd: folder, env });

function expectAnswer(folder, file) {
  const stdout = expectSuccess(file, node(folder, file));
  if (!stdout.includes('answer [ 0.5, 0.5 ]')) throw new Problem(`${file} printed ${stdout}`);
  return 'bundled, and answers';
}

/** A bundle without the option has to say what is missing. */
function expectRefusal(folder, file) {
  const { status, output } = node(folder, file);
  if (status === 0 || !output.includes('libtorch-node was put into a bundle.')) throw new Problem(`${file}: ${output}`);
}

/** The tarball, and all hosts beside it. */
function install() {
  fs.mkdirSync(home, { recursive: true });
  const packed = expectSuccess('npm pack', run('npm', ['pack', '--silent', '--pack-destination', home], { cwd: root }));
  const tarball = path.join(home, packed.trim().split('\n').at(-1));
  fs.copyFileSync(path.join(__dirname, 'hosts/package.json'), path.join(home, 'package.json'));
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

/** webpack's own program needs another package; its API is what that calls. */
const WEBPACK = `
const config = require('./webpack.config.cjs');
require('webpack')({ context: __dirname, ...config, ...JSON.parse(process.argv[2]) }, (error, stats) => {
  if (error || stats.hasErrors()) throw error ?? new Error(stats.toString());
});`;

function webpack() {
  const folder = project('webpack');
  fs.writeFileSync(path.join(folder, 'pack.cjs'), WEBPACK);
  expectSuccess('webpack', node(folder, 'pack.cjs', '{}'));
  const said = expectAnswer(folder, 'dist/server.cjs');
  const inside = { externals: [], output: { filename: 'inside.cjs' }, mode: 'development', devtool: false };
  expectSuccess('webpack', node(folder, 'pack.cjs', JSON.stringify(inside)));
  expectRefusal(folder, 'dist/inside.cjs');
  return said;
}

function vite() {
  const folder = project('vite');
  const program = path.join(modules, 'vite/bin/vite.js');
  expectSuccess('vite build', node(folder, program, 'build'));
  const said = expectAnswer(folder, 'dist/server.js');
  const inside =
    "export default { ssr: { noExternal: true }, build: { ssr: 'server.js', outDir: 'inside', minify: false } };";
  fs.writeFileSync(path.join(folder, 'inside.config.js'), inside);
  expectSuccess('vite build', node(folder, program, 'build', '--config', 'inside.config.js'));
  expectRefusal(folder, 'inside/server.js');
  return said;
}

async function next() {
  const folder = project('next');
  const program = path.join(modules, 'next/dist/bin/next');
  expectSuccess('next build', node(folder, program, 'build'));
  const args = [program, 'start', '-p', '0', '-H', '127.0.0.1'];
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } });
  try {
    const url = await heard(child, /http:\/\/127\.0\.0\.1:\d+/);
    const body = JSON.stringify({ input: [0, 0] });
    const reply = await fetch(`${url}/api/predict`, { method: 'POST', body });
    const text = await reply.text();
    if (text !== '{"output":[0.5,0.5]}') throw new Problem(`the route answers ${reply.status} ${text.slice(0, 500)}`);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return 'built, started, answers';
}

/** The first text of a program that fits. */
async function heard(child, wanted) {
  for await (const line of readline.createInterface({ input: child.stdout })) {
    const [found] = wanted.exec(line) ?? [];
    if (found) return found;
  }
  throw new Problem('the program ended before it was ready');
}

async function electron() {
  const folder = project('electron');
  const source = path.join(folder, 'app');
  const inside = path.join(source, 'node_modules/libtorch-node');
  fs.cpSync(path.join(modules, 'libtorch-node'), inside, { recursive: true });
  fs.writeFileSync(path.join(source, 'main.js'), '');
  const asar = require(path.join(modules, '@electron/asar'));
  const { packagerConfig } = require(path.join(folder, 'forge.config.cjs'));
  const archive = path.join(folder, 'app.asar');
  await asar.createPackageWithOptions(source, archive, packagerConfig.asar);
  const files = fs.readdirSync(inside, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const relative = path.relative(source, path.join(parentPath, name));
    if (!fs.existsSync(path.join(`${archive}.unpacked`, relative))) throw new Problem(`${relative} is in the archive`);
  }
  if (fs.existsSync(path.join(`${archive}.unpacked`, 'main.js')))
    throw new Problem('the program is not in the archive');
  return `all ${files.length} files lie beside the archive; Electron itself was not run`;
}

/** A small training in another runtime, in its own thread and with its loss compared with Node's. */
function runtime(program, ...args) {
  const folder = path.join(home, 'projects/runtime');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'train.cjs'), TRAINING);
  const expected = expectSuccess('node', node(folder, 'train.cjs'));
  const said = expectSuccess(program, run(path.join(modules, program), [...args, 'train.cjs'], { cwd: folder, env }));
  if (said !== expected) throw new Problem(`${program}: ${said}; Node: ${expected}`);
  return `trains with Node's ${said.trim()}`;
}

/** A binary of an npm package: which of its packages holds it depends on whether its scripts ran. */
function binaryOf(name, scope) {
  const scoped = fs.readdirSync(path.join(modules, scope)).map((one) => path.join(scope, one));
  const folders = [name, ...scoped].flatMap((one) => [one, path.join(one, 'bin')]);
  const files = folders.flatMap((folder) => [path.join(folder, name), path.join(folder, `${name}.exe`)]);
  const found = files.find(
    (file) => (fs.statSync(path.join(modules, file), { throwIfNoEntry: false })?.size ?? 0) > 1e6,
  );
  if (!found) throw new Problem(`${name} has no binary for this system`);
  return found;
}

const bun = () => runtime(binaryOf('bun', '@oven'));
const deno = () => runtime(binaryOf('deno', '@deno'), 'run', '-A');

/** What a newcomer does: `init`, then two commands. The package is the packed one instead of the registry's. */
function init(tarball) {
  const folder = path.join(home, 'projects/starter');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  expectSuccess(
    'init',
    node(path.dirname(folder), path.join(modules, 'libtorch-node/dist/cli/main.js'), 'init', 'starter'),
  );
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  manifest.dependencies['libtorch-node'] = `file:${tarball}`;
  fs.writeFileSync(file, JSON.stringify(manifest));
  const npm = (...args) => expectSuccess(`npm ${args[0]}`, run('npm', args, { cwd: folder, env }));
  npm('install', '--no-audit', '--no-fund');
  const [, accuracy] = /accuracy (\d\.\d+)/.exec(npm('start')) ?? [];
  if (!(Number(accuracy) > 0.8)) throw new Problem(`npm start reached an accuracy of ${accuracy}`);
  npm('test');
  return `npm install, npm start and npm test: accuracy ${accuracy}`;
}

const HOSTS = { webpack, vite, next, electron, bun, deno, init };

async function main() {
  const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(HOSTS);
  const unknown = names.find((name) => !Object.hasOwn(HOSTS, name));
  if (unknown) throw new Error(`no host ${unknown}: ${Object.keys(HOSTS).join(', ')}`);
  const tarball = install();
  for (const name of names) {
    try {
      console.log(`${name}: ${await HOSTS[name](tarball)}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      console.log(`${name}: FAILED ${error.message}`);
      process.exitCode = 1;
    }
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
