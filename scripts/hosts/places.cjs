'use strict';
// Where the package is run: archives of Electron, the handler of a Lambda's image, several processes, and the project that init writes.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { setTimeout } = require('node:timers/promises');
const { Problem, env, expectSuccess, home, modules, node, post, project, run, withServer } = require('./common.cjs');

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

/** What the image would do with the handler, in Node: the base image with the runtime of Lambda is not at hand. */
function lambda() {
  const folder = project('aws-lambda');
  const program = `
    const torch = require('libtorch-node');
    torch.save({ weight: torch.zeros([2, 4]), bias: torch.tensor([0, Math.log(3)]) }, 'model.pt');
    require('./handler.cjs').handler({ body: '{"input":[1,2,3,4]}' }).then(({ statusCode, body }) => console.log(statusCode, body));`;
  fs.writeFileSync(path.join(folder, 'ask.cjs'), program);
  const said = expectSuccess('the handler', node(folder, 'ask.cjs'));
  if (!/^200 \{"output":\[0\.2\d*,0\.7\d*\]\}/.test(said)) throw new Problem(`the handler answers ${said}`);
  return 'the handler answers; its image was not built';
}

const ANSWER = '200 {"output":[0.5,0.5],"version":"1"}';

/** The processes may still be on their way: a connection that is refused is tried again for a while. */
async function expectAnswers(url, times) {
  for (let i = 0; i < times; i++) {
    const said = await untilConnected(() => post(`${url}/predict`, { input: [0, 0] }));
    if (said !== ANSWER) throw new Problem(`${url} answers ${said}`);
  }
}

async function untilConnected(ask) {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 120) throw new Problem(`no connection: ${error.cause?.message ?? error.message}`);
      await setTimeout(1000);
    }
  }
}

async function cluster() {
  const folder = project('cluster');
  const more = { PORT: '0', PROCESSES: '2' };
  const code = await withServer(['server.cjs'], { folder, more, ready: /listens on \d+/ }, async (text) => {
    await expectAnswers(`http://127.0.0.1:${/\d+$/.exec(text)[0]}`, 8);
  });
  if (code !== 0) throw new Problem(`SIGTERM ended it with ${code}`);
  return 'two processes answer, and end by SIGTERM';
}

/** A port that was free a moment ago. */
function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** With a daemon of its own, which ends with the check. */
async function pm2() {
  const folder = project('cluster');
  const port = await freePort();
  const file = path.join(folder, 'ecosystem.config.cjs');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace("PORT: '3000'", `PORT: '${port}'`));
  const more = { ...process.env, ...env, PM2_HOME: path.join(home, 'pm2') };
  const call = (...args) => {
    const program = path.join(modules, 'pm2/bin/pm2');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      env: more,
      encoding: 'utf8',
      timeout: 300_000,
    });
    return expectSuccess(`pm2 ${args[0]}`, { status, stdout, output: `${stdout}${stderr}` });
  };
  try {
    call('start', 'ecosystem.config.cjs');
    const pids = call('pid', 'predictions').trim();
    await expectAnswers(`http://127.0.0.1:${port}`, 8);
    call('reload', 'predictions');
    await expectAnswers(`http://127.0.0.1:${port}`, 8);
    if (call('pid', 'predictions').trim() === pids) throw new Problem('reload left the old processes');
  } finally {
    call('kill');
  }
  return 'started, answers, is reloaded, answers';
}

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

module.exports = { electron, lambda, cluster, pm2, init };
