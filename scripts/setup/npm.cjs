'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { Failure, root, run, say } = require('./shared.cjs');

/** `npm ci` in a folder with a lock file, unless what is installed is what the lock file says. */
function npmPackages(folder) {
  return async () => {
    const cwd = path.join(root, folder);
    if (!fs.existsSync(path.join(cwd, 'package-lock.json'))) return;
    const what = folder === '.' ? 'npm packages' : `npm packages of ${folder}`;
    if (isInstalled(cwd)) return say(`${what}: up to date`);
    say(`${what}: installing`);
    // npm is a script with another name on Windows. No package of ours needs an install script.
    const options = { cwd, shell: process.platform === 'win32' };
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
    try {
      await run('npm', ['ci', ...flags], options);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // A lock file made on one platform may lack another's optional packages; npm ci refuses, npm install adds them.
      say(`npm ci failed; trying npm install with the same versions`);
      await run('npm', ['install', '--no-save', ...flags], options);
    }
  };
}

/** npm leaves a list of what it installed; packages for other platforms are absent from it. */
function isInstalled(cwd) {
  const installed = packagesOf(path.join(cwd, 'node_modules/.package-lock.json'));
  const wanted = packagesOf(path.join(cwd, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([name, { version, optional, link }]) => {
    if (name === '' || link || (optional && !installed[name])) return true;
    return installed[name]?.version === version && fs.existsSync(path.join(cwd, name));
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

module.exports = { npmPackages };
