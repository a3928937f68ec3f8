#!/usr/bin/env node
'use strict';
// npm run package:check: packs the package, installs the tarball into empty folders with the package managers that can
// be had, and trains the guide's model from CommonJS, ESM and TypeScript. libtorch has to be in the cache.
//
//   node scripts/package-check.cjs [--managers npm,npm12,pnpm,yarn,bun] [--keep]
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.resolve(__dirname, '..');
const LIMIT_SECONDS = 10;
const COMPLAINTS = /blocked|ignored build|install script|gyp |node-gyp|allowScripts/i;

/** How each manager is fetched and told to install a tarball. */
const managers = {
  npm: { command: ['npm', 'install', '--no-audit', '--no-fund'] },
  npm12: { command: ['npm', 'exec', '--yes', '--', 'npm@12', 'install', '--no-audit', '--no-fund'] },
  pnpm: { command: ['npm', 'exec', '--yes', '--', 'pnpm@latest', 'add'] },
  yarn: {
    command: ['npm', 'exec', '--yes', '--package=@yarnpkg/cli-dist@4', '--', 'yarn', 'add'],
    prepare: prepareYarn,
  },
  bun: { command: ['npm', 'exec', '--yes', '--allow-scripts=bun', '--', 'bun', 'add'] },
};

function main() {
  const { values } = parseArgs({ options: { managers: { type: 'string' }, keep: { type: 'boolean' } } });
  const names = values.managers?.split(',') ?? Object.keys(managers);
  const tarball = pack();
  const rows = names.map((name) => check(name, managers[name], tarball, values.keep));
  console.table(rows);
  process.exitCode = rows.every(({ result }) => result === 'ok') ? 0 : 1;
}

function pack() {
  const folder = path.join(root, 'build/package');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  must('npm', ['pack', '--silent', '--pack-destination', folder], root);
  const [name] = fs.readdirSync(folder);
  const file = path.join(folder, name);
  console.log(`${name}: ${(fs.statSync(file).size / 1e6).toFixed(1)} MB`);
  return file;
}

function check(name, { command, prepare }, tarball, keep) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `libtorch-node-${name}-`));
  try {
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
    prepare?.(folder);
    const started = Date.now();
    const specifier = name === 'yarn' ? `libtorch-node@file:${tarball}` : `file:${tarball}`;
    const installed = run(command[0], [...command.slice(1), specifier], folder);
    const installSeconds = (Date.now() - started) / 1000;
    if (installed.status !== 0) return { manager: name, result: `does not install: ${lastLine(installed.output)}` };
    const complaint = installed.output.split('\n').find((line) => COMPLAINTS.test(line) && /libtorch/.test(line));
    if (complaint) return { manager: name, result: `warns: ${complaint}` };
    const trained = train(folder);
    const total = installSeconds + trained.seconds.cjs;
    const slow = total > LIMIT_SECONDS ? `slow: ${total.toFixed(1)} s to the first loss` : undefined;
    const bundled = name === 'npm' && !trained.problem ? bundleProblem(folder) : undefined;
    const result = trained.problem ?? bundled ?? slow ?? 'ok';
    return { manager: name, result, install: installSeconds.toFixed(1), ...trained.seconds, losses: trained.losses };
  } finally {
    if (keep) console.log(folder);
    else fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Node cannot read packages in zips from native code, and `preferUnplugged` unpacks ours. */
function prepareYarn(folder) {
  fs.writeFileSync(path.join(folder, 'yarn.lock'), '');
  fs.writeFileSync(path.join(folder, '.yarnrc.yml'), 'nodeLinker: node-modules\nenableTelemetry: false\n');
}

/** Runs the fixture in its three forms; all have to print the same losses. */
function train(folder) {
  const ts = require('typescript');
  const source = fs.readFileSync(path.join(root, 'test/package-fixture/guide.mts'), 'utf8');
  const emit = (module) => ts.transpileModule(source, { compilerOptions: { module, target: 'ES2022' } }).outputText;
  fs.writeFileSync(path.join(folder, 'guide.cjs'), emit(ts.ModuleKind.CommonJS));
  fs.writeFileSync(path.join(folder, 'guide.mjs'), emit(ts.ModuleKind.ES2022));
  fs.writeFileSync(path.join(folder, 'guide.mts'), source);
  const seconds = {};
  const outputs = [];
  for (const form of ['cjs', 'mjs']) {
    const started = Date.now();
    const { status, output } = run(process.execPath, [`guide.${form}`], folder);
    seconds[form] = Number(((Date.now() - started) / 1000).toFixed(1));
    if (status !== 0) return { problem: `${form}: ${lastLine(output)}`, seconds };
    outputs.push(output.trim());
  }
  if (outputs[0] !== outputs[1]) return { problem: 'CommonJS and ESM print different losses', seconds };
  return { problem: typeProblem(folder), seconds, losses: outputs[0] };
}

/** TypeScript resolves the package's types from the consumer's folder, strictly. */
function typeProblem(folder) {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const types = path.join(root, 'node_modules/@types');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--typeRoots', types];
  const all = [tsc, ...options, '--types', 'node', '--lib', 'es2023,esnext.disposable', 'guide.mts'];
  const { status, output } = run(process.execPath, all, folder);
  return status === 0 ? undefined : `types: ${output.split('\n')[0]}`;
}

/** The esbuild example, against the installed package. */
function bundleProblem(folder) {
  const example = path.join(root, 'examples/esbuild');
  for (const name of fs.readdirSync(example).filter((file) => /\.(ts|mjs)$/.test(file))) {
    fs.copyFileSync(path.join(example, name), path.join(folder, name));
  }
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(example, 'package.json'), 'utf8'));
  const steps = [
    ['npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `esbuild@${devDependencies.esbuild}`]],
    [process.execPath, ['build.mjs']],
    [process.execPath, ['dist/server.mjs']],
  ];
  for (const [program, args] of steps) {
    const { status, output } = run(program, args, folder);
    if (status !== 0) return `esbuild: ${lastLine(output)}`;
    if (args[0] === 'dist/server.mjs' && !output.includes('total 6')) return `esbuild: printed ${output}`;
  }
  return undefined;
}

function run(program, args, cwd) {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (/^npm_(config|package|lifecycle)/i.test(name)) delete env[name];
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  return { status, output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}

function must(program, args, cwd) {
  const { status, output } = run(program, args, cwd);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${output}`);
}

function lastLine(text) {
  return (
    text
      .trim()
      .split('\n')
      .findLast((line) => /error|ERR/i.test(line)) ?? text.trim().slice(-200)
  );
}

main();
