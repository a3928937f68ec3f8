'use strict';
const { spawn, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const events = require('node:events');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

/** A failure that the user can mend; anything else is a bug and shows its stack. */
class Failure extends Error {}

function say(message) {
  console.error(`[setup] ${message}`);
}

/** Runs a program with its output shown; throws a sentence if it fails. */
async function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: process.env, ...options });
  const [status] = await events.once(child, 'close').catch((error) => {
    throw new Failure(`${program} could not be started: ${error.message}`);
  });
  if (status !== 0) throw new Failure(`\`${[program, ...args].join(' ')}\` ended with ${status}.`);
}

/** What a program prints, or `undefined` if it fails. */
function ask(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', ...options });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** Changes when a file below `inputs` (relative to the root) changes its name, size or content. */
function fingerprint(inputs, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of inputs.flatMap(listFiles).sort()) {
    hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

function listFiles(name) {
  const full = path.join(root, name);
  const stat = fs.statSync(full, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [full];
  const entries = fs.readdirSync(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** Does `work` unless the stamp says that it was done with the same inputs and `outputs` are all there. */
async function once(what, stampFile, print, outputs, work) {
  const stamp = path.join(root, stampFile);
  const done = fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === print;
  if (done && outputs.every((file) => fs.existsSync(path.join(root, file)))) return say(`${what}: up to date`);
  fs.rmSync(stamp, { force: true });
  const started = Date.now();
  say(`${what}: building`);
  await work();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, print);
  say(`${what}: done in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

module.exports = { Failure, ask, fingerprint, once, root, run, say };
