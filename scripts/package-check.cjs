#!/usr/bin/env node
'use strict';
// npm run package:check: packs the package, installs the tarball into empty folders with the package managers that the
// registry has, and trains the guide's model from CommonJS, ESM and TypeScript, on several versions of Node. Needs
// `npm run release:prebuild` before, and libtorch in the cache.
//
//   node scripts/package-check.cjs [--managers npm11,npm12,pnpm,yarn,yarnPnp,bun] [--skip-nodes] [--keep] [--limit SECONDS]
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { NODE_MAJORS, lastLine, nodeOf, root, run } = require('./package/tools.cjs');
const { managers, prepareManager } = require('./package/managers.cjs');

const LIMIT_MB = 15;
const SCREEN = 24;
/** What managers say when a package wants to run something. */
const COMPLAINTS =
  /blocked|ignored build|build scripts?\b|install-?scripts?\b|node-gyp|\bgyp\b|allowScripts|approve-builds/i;
const fixtures = path.join(root, 'test/package-fixture');

class Problem extends Error {}

function main() {
  const { values } = parseArgs({
    options: {
      managers: { type: 'string' },
      'skip-nodes': { type: 'boolean' },
      keep: { type: 'boolean' },
      limit: { type: 'string', default: '10' }, // from the tarball to the first loss; more on a busy machine
    },
  });
  const tarball = pack();
  const names = values.managers?.split(',') ?? Object.keys(managers);
  const rows = names.map((name) =>
    inFolder(name, values.keep, (folder) => checkManager(name, folder, tarball, Number(values.limit))),
  );
  console.table(rows);
  const more = values['skip-nodes'] ? [] : checkRest(tarball, values.keep);
  if (more.length > 0) console.table(more);
  process.exitCode = [...rows, ...more].every(({ result }) => /^(ok|not in the registry)$/.test(result)) ? 0 : 1;
}

function pack() {
  const folder = path.join(root, 'build/package');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const { status, output } = run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
  if (status !== 0) throw new Error(`npm pack: ${output}`);
  const [name] = fs.readdirSync(folder);
  const megabytes = fs.statSync(path.join(folder, name)).size / 1e6;
  console.log(`${name}: ${megabytes.toFixed(2)} MB`);
  if (megabytes > LIMIT_MB) throw new Error(`The tarball is larger than ${LIMIT_MB} MB.`);
  return path.join(folder, name);
}

/** Runs a check in an empty folder and makes a row of what it returns, or of its problem. */
function inFolder(name, keep, check) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `libtorch-node-${name}-`));
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  try {
    return { check: name, result: 'ok', ...check(folder) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { check: name, result: error.message };
  } finally {
    if (keep) console.log(folder);
    else fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The output of a step that has to succeed. */
function expectSuccess(what, { status, output, stdout }) {
  if (status !== 0) throw new Problem(`${what}: ${lastLine(output)}`);
  return { output, stdout };
}

function timed(action) {
  const started = process.hrtime.bigint();
  const value = action();
  return [value, Number(process.hrtime.bigint() - started) / 1e9];
}

function checkManager(name, folder, tarball, limit) {
  const manager = prepareManager(name);
  if (!manager) return { result: 'not in the registry' };
  manager.prepare(folder);
  const install = installQuietly(manager, folder, tarball);
  writePrograms(folder);
  const asked = manager.exec(folder, ['libtorch-node', 'install', '--yes']);
  const answer = expectSuccess('libtorch-node install', asked);
  if (!/2\.\d+\.\d+/.test(answer.output)) throw new Problem(`libtorch-node install says ${lastLine(answer.output)}`);
  const [cjs, first] = timed(() => expectSuccess('CommonJS', manager.runNode(folder, ['guide.cjs'])));
  const [esm] = timed(() => expectSuccess('ESM', manager.runNode(folder, ['guide.mjs'])));
  if (!/^losses [\d.]+ [\d.]+\n$/.test(cjs.stdout)) throw new Problem(`CommonJS printed ${cjs.stdout}`);
  if (cjs.stdout !== esm.stdout) throw new Problem('CommonJS and ESM print different losses');
  if (name !== 'yarnPnp') checkTypes(folder); // the compiler would need Yarn's patch
  if (install + first > limit) throw new Problem(`${(install + first).toFixed(1)} s to the first loss`);
  return { install: install.toFixed(1), toFirstLoss: (install + first).toFixed(1), losses: cjs.stdout.trim() };
}

/** Installs; nothing may run, be compiled, or be complained about. */
function installQuietly(manager, folder, tarball) {
  const [installed, seconds] = timed(() => manager.add(folder, tarball));
  const { output } = expectSuccess('install', installed);
  const complaint = output.split('\n').find((line) => COMPLAINTS.test(line));
  if (complaint) throw new Problem(`warns: ${complaint}`);
  const compiled = path.join(folder, 'node_modules/libtorch-node/build');
  if (fs.existsSync(compiled)) throw new Problem('something was compiled');
  return seconds;
}

function writePrograms(folder) {
  const ts = require('typescript');
  const source = fs.readFileSync(path.join(fixtures, 'guide.mts'), 'utf8');
  const emit = (module) => ts.transpileModule(source, { compilerOptions: { module, target: 'ES2022' } }).outputText;
  fs.writeFileSync(path.join(folder, 'guide.cjs'), emit(ts.ModuleKind.CommonJS));
  fs.writeFileSync(path.join(folder, 'guide.mjs'), emit(ts.ModuleKind.ES2022));
  for (const name of ['guide.mts', 'workers.cjs']) fs.copyFileSync(path.join(fixtures, name), path.join(folder, name));
}

/** TypeScript resolves the package's types from the consumer's folder, strictly. */
function checkTypes(folder) {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const types = path.join(root, 'node_modules/@types');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--typeRoots', types];
  const all = [tsc, ...options, '--types', 'node', '--lib', 'es2023,esnext.disposable', 'guide.mts'];
  const { status, output } = run(process.execPath, all, { cwd: folder });
  if (status !== 0) throw new Problem(`types: ${output.split('\n')[0]}`);
}

/** What does not depend on the manager: versions of Node, workers, a bundler, no libtorch, an offline installation. */
function checkRest(tarball, keep) {
  const rows = [];
  const add = (name, check) => rows.push(inFolder(name, keep, check));
  inFolder('rest', keep, (folder) => {
    installQuietly(prepareManager('npm11'), folder, tarball);
    writePrograms(folder);
    for (const major of NODE_MAJORS) add(`node ${major}`, () => checkNode(major, folder));
    add('without libtorch', (empty) => checkMissing(folder, empty));
    add('offline installation', (cache) => checkOffline(folder, cache));
    add('esbuild', () => checkBundle(folder));
  });
  return rows;
}

function checkNode(major, folder) {
  const node = nodeOf(major);
  if (!node) return { result: 'not in the registry' };
  const version = run(node, ['--version']).stdout.trim();
  const forms = ['guide.cjs', 'guide.mjs', ...(major > 20 ? ['guide.mts'] : [])]; // 20 does not read TypeScript
  const outputs = forms.map((form) => expectSuccess(form, run(node, [form], { cwd: folder, node })).stdout);
  if (new Set(outputs).size !== 1) throw new Problem(`${forms.join(', ')} print different losses`);
  const [workers, seconds] = timed(() => expectSuccess('workers', run(node, ['workers.cjs'], { cwd: folder, node })));
  return {
    node: version,
    losses: outputs[0].trim(),
    workers: workers.stdout.trim(),
    workersSeconds: seconds.toFixed(1),
  };
}

function checkMissing(folder, empty) {
  const { status, output } = run(process.execPath, ['guide.cjs'], { cwd: folder, env: { LIBTORCH_NODE_CACHE: empty } });
  if (status === 0) throw new Problem('it ran without a libtorch');
  const message = output.slice(output.indexOf('TorchError')).split(/\n\s+at /)[0];
  const lines = message.trim().split('\n').length;
  if (!message.includes('npx libtorch-node install')) throw new Problem('the error does not say what to do');
  if (lines > SCREEN) throw new Problem(`the error has ${lines} lines`);
  return { lines };
}

/** From a folder that was carried over, into a cache of its own. */
function checkOffline(folder, cache) {
  const { locateLibtorch } = require(path.join(root, 'dist/install/locate.js'));
  const found = locateLibtorch();
  if (!found.found) throw new Problem('needs libtorch in the cache');
  const npm = prepareManager('npm11');
  const target = path.join(cache, 'cache');
  const args = ['libtorch-node', 'install', '--yes', '--from', found.libtorch.root, '--dir', target];
  const [, seconds] = timed(() => expectSuccess('install --from', npm.exec(folder, args)));
  const env = { LIBTORCH_NODE_CACHE: target };
  const trained = expectSuccess('guide', run(process.execPath, ['guide.cjs'], { cwd: folder, env }));
  return { install: seconds.toFixed(1), losses: trained.stdout.trim() };
}

/** The esbuild example, against the installed package. */
function checkBundle(folder) {
  const example = path.join(root, 'examples/esbuild');
  for (const name of fs.readdirSync(example).filter((file) => /\.(ts|mjs)$/.test(file))) {
    fs.copyFileSync(path.join(example, name), path.join(folder, name));
  }
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(example, 'package.json'), 'utf8'));
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `esbuild@${devDependencies.esbuild}`];
  expectSuccess('esbuild', run('npm', install, { cwd: folder }));
  expectSuccess('build', run(process.execPath, ['build.mjs'], { cwd: folder }));
  const { stdout } = expectSuccess('bundle', run(process.execPath, ['dist/server.mjs'], { cwd: folder }));
  if (!stdout.includes('total 6')) throw new Problem(`the bundle printed ${stdout}`);
  return {};
}

main();
