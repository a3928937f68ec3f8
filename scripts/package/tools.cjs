'use strict';
// Package managers and Node versions for scripts/package-check.cjs: fetched from the registry into build/package-tools,
// each in a folder of its own.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const tools = path.join(root, 'build/package-tools');
const onWindows = process.platform === 'win32';
const NODE_MAJORS = [20, 22, 24, 26];

/** The folder of a package, which is installed first if it is not there; undefined if the registry does not have it. */
function fetchTool(specifier) {
  const name = specifier.replace(/(?!^)@[^/]*$/, '');
  const home = path.join(tools, specifier.replace(/[^\w.-]+/g, '_'));
  const folder = path.join(home, 'node_modules', name);
  if (fs.existsSync(path.join(folder, 'package.json'))) return folder;
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(path.join(home, 'package.json'), '{"private":true}');
  const { status } = run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', specifier], { cwd: home });
  return status === 0 ? folder : undefined;
}

/** The newest Node of a major version that the registry has; the one that runs this, if it is of that version. */
function nodeOf(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const platform = onWindows ? 'win' : process.platform;
  const folder = fetchTool(`node-${platform}-${process.arch}@${major}`);
  return folder && path.join(folder, 'bin', onWindows ? 'node.exe' : 'node');
}

/** Runs a program without what npm and this project put into the environment; output and errors together. */
function run(program, args, { cwd, env = {}, node } = {}) {
  const clean = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD|NODE_OPTIONS|LIBTORCH(?!_NODE_CACHE))/i.test(name),
  );
  const all = { ...Object.fromEntries(clean), ...env };
  if (node) all.PATH = `${path.dirname(node)}${path.delimiter}${all.PATH}`;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: all,
    encoding: 'utf8',
    shell: onWindows && !path.isAbsolute(program),
    timeout: 600_000,
  });
  return { status, stdout: stdout ?? '', output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}

/** The most telling line of a failure. */
function lastLine(text) {
  const lines = text.trim().split('\n');
  return lines.findLast((line) => /error|ERR/i.test(line)) ?? lines.at(-1);
}

module.exports = { NODE_MAJORS, fetchTool, lastLine, nodeOf, root, run };
