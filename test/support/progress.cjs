'use strict';
// A reporter of jest: keeps the names of the test files that are under way in build/test-files-running.txt, for a run that is
// ended from outside, and says at the end which files took longest.
const fs = require('node:fs');
const path = require('node:path');

const SHOWN = 25;

class Progress {
  #root;
  #file;
  #running = new Set();
  #seconds = new Map();

  constructor({ rootDir }) {
    this.#root = rootDir;
    this.#file = path.join(rootDir, 'build/test-files-running.txt');
  }

  #note() {
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    fs.writeFileSync(this.#file, [...this.#running].map((name) => `${name}\n`).join(''));
  }

  #name(test) {
    return path.relative(this.#root, test.path);
  }

  onTestFileStart(test) {
    this.#running.add(this.#name(test));
    this.#note();
  }

  onTestFileResult(test, { perfStats }) {
    const name = this.#name(test);
    this.#running.delete(name);
    this.#seconds.set(name, (perfStats.end - perfStats.start) / 1000);
    this.#note();
  }

  onRunComplete() {
    fs.rmSync(this.#file, { force: true });
    if (this.#seconds.size <= SHOWN) return;
    const slowest = [...this.#seconds].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
    process.stderr.write(`\nThe ${SHOWN} files that took longest, in seconds:\n`);
    for (const [name, seconds] of slowest) process.stderr.write(`${seconds.toFixed(0).padStart(6)} ${name}\n`);
  }
}

module.exports = Progress;
