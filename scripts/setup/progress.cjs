'use strict';
// Runs a build and shows how far it is in one line, instead of a line for each file. What a compiler says is shown in full.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const readline = require('node:readline');

// Ninja counts steps (`[57/111] Building …`), make says how much is done (`[ 51%] Building …`).
const STEP = /^\[ *(?:(\d+)\/(\d+)|(\d+)%)\] (.*)$/;

/** The share of the work that a line of a build says is done, from 0 to 1, and the text to show; undefined for other lines. */
function readStep(line) {
  const [, done, all, percent, what] = STEP.exec(line) ?? [];
  if (what === undefined) return undefined;
  if (percent !== undefined) return { share: Number(percent) / 100, text: `[${percent}%] ${what}` };
  return { share: Number(done) / Number(all), text: `[${done}/${all}] ${what}` };
}

/** Shows steps: on a terminal each over the one before, elsewhere (a log) one for each tenth of the work. */
class Progress {
  #out;
  #shown = false;
  #tenth = -1;

  constructor(out) {
    this.#out = out;
  }

  line(line) {
    const step = readStep(line);
    if (!step) return this.#text(line);
    if (this.#out.isTTY) return this.#over(step.text);
    const tenth = Math.floor(step.share * 10);
    if (tenth > this.#tenth) this.#out.write(`${step.text}\n`);
    this.#tenth = Math.max(tenth, this.#tenth);
  }

  end() {
    if (this.#shown) this.#out.write('\n');
    this.#shown = false;
  }

  #over(text) {
    const room = Math.max(20, (this.#out.columns ?? 80) - 1);
    this.#out.write(`\r\x1b[K${text.length > room ? `${text.slice(0, room - 1)}…` : text}`);
    this.#shown = true;
  }

  #text(line) {
    this.end();
    this.#out.write(`${line}\n`);
  }
}

/** Runs a program whose output is that of a build, and gives its exit code. */
function runWithProgress(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['inherit', 'pipe', 'inherit'] });
  const progress = new Progress(process.stdout);
  readline.createInterface({ input: child.stdout }).on('line', (line) => progress.line(line));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      progress.end();
      resolve(code ?? 1);
    });
  });
}

/** Processor seconds of all ended children and theirs, user and system; undefined where the system does not tell. */
function childSeconds() {
  try {
    // The fields behind the program's name, which may hold spaces: cutime and cstime, in hundredths of a second.
    const fields = fs.readFileSync('/proc/self/stat', 'utf8').split(') ').pop().split(' ');
    return { user: Number(fields[13]) / 100, system: Number(fields[14]) / 100 };
  } catch {
    return undefined;
  }
}

function printUsage(what) {
  const wall = `${what}: ${process.uptime().toFixed(0)} s`;
  const used = childSeconds();
  if (!used) return console.log(wall);
  const total = used.user + used.system;
  console.log(
    `${wall}, ${total.toFixed(0)} s of processor time (user ${used.user.toFixed(0)}, system ${used.system.toFixed(0)})`,
  );
}

module.exports = { printUsage, readStep, Progress, runWithProgress };
