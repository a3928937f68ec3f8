'use strict';
// How each package manager installs a tarball and runs a program of the package.
const fs = require('node:fs');
const path = require('node:path');
const { fetchTool, nodeOf, run } = require('./tools.cjs');

/** `tool` is what to fetch, `entry` what to run of it, with Node unless it is a program itself. */
const managers = {
  npm11: { tool: 'npm@11.21.2', entry: 'bin/npm-cli.js', add: ['install'], exec: ['exec', '--offline', '--'] },
  npm12: { tool: 'npm@12.2.0', entry: 'bin/npm-cli.js', node: 24, add: ['install'], exec: ['exec', '--offline', '--'] },
  pnpm: { tool: 'pnpm@12.21.0', entry: 'bin/pnpm.mjs', add: ['add'], exec: ['exec'] },
  yarn: { tool: '@yarnpkg/cli-dist@4.18.1', entry: 'bin/yarn.js', prepare: nodeModules, add: ['add'], exec: ['run'] },
  yarnPnp: {
    tool: '@yarnpkg/cli-dist@4.18.1',
    entry: 'bin/yarn.js',
    prepare: emptyLock,
    add: ['add'],
    exec: ['run'],
    runner: ['node'],
  },
  bun: {
    tool: `@oven/bun-${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}@1.4.5`,
    entry: 'bin/bun',
    native: true,
    add: ['add'],
    exec: ['x', '--no-install'],
  },
};

/** Yarn looks for a project's root upwards until it finds a lock file. */
function emptyLock(folder) {
  fs.writeFileSync(path.join(folder, 'yarn.lock'), '');
}

function nodeModules(folder) {
  emptyLock(folder);
  fs.writeFileSync(path.join(folder, '.yarnrc.yml'), 'nodeLinker: node-modules\nenableTelemetry: false\n');
}

/** A manager that is ready to be used, or undefined if the registry does not have it. */
function prepareManager(name) {
  const manager = managers[name];
  const tool = fetchTool(manager.tool);
  const node = nodeOf(manager.node ?? Number(process.versions.node.split('.')[0]));
  if (!tool || !node) return undefined;
  const entry = path.join(tool, manager.entry);
  const registry = run('npm', ['config', 'get', 'registry']).stdout.trim();
  const env = { YARN_NPM_REGISTRY_SERVER: registry, BUN_CONFIG_REGISTRY: registry, npm_config_registry: registry };
  const call = (cwd, args) =>
    manager.native ? run(entry, args, { cwd, env, node }) : run(node, [entry, ...args], { cwd, env, node });
  return {
    prepare: manager.prepare ?? (() => undefined),
    add: (cwd, tarball) =>
      call(cwd, [...manager.add, name.startsWith('yarn') ? `libtorch-node@file:${tarball}` : `file:${tarball}`]),
    exec: (cwd, args) => call(cwd, [...manager.exec, ...args]),
    runNode: (cwd, args, env) =>
      manager.runner
        ? run(node, [entry, ...manager.runner, ...args], { cwd, env, node })
        : run(node, args, { cwd, env, node }),
  };
}

module.exports = { managers, prepareManager };
