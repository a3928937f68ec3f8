import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';

import { fileFailure, pathOf } from '../arguments/files';
import { fileError } from '../errors';
import { starterFiles } from './starter';
import { run } from './output';
import { print } from './print';

export function addInit(program: Command): void {
  program
    .command('init <folder>')
    .description('write a small project in TypeScript: a model, its training with a board, and a test')
    .action((folder: string) => run(() => init(folder)));
}

function init(given: string): void {
  const folder = path.resolve(pathOf('init', given));
  if (existsSync(folder) && namesIn(folder).length > 0) {
    throw fileError(`init: ${JSON.stringify(given)} is there and is not empty; name a new folder`);
  }
  const files = starterFiles(nameOf(folder), ownVersion());
  for (const [name, text] of Object.entries(files)) write(path.join(folder, name), text);
  print([
    `${given} has a project: ${Object.keys(files).join(', ')}.`,
    ...(given === '.' ? [] : [`cd ${given}`]),
    'npm install',
    'npm start',
  ]);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw fileFailure('init', folder, cause);
  }
}

function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  } catch (cause) {
    throw fileFailure('init', file, cause);
  }
}

/** A name that npm takes. */
function nameOf(folder: string): string {
  const name = path
    .basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'starter' : name;
}

function ownVersion(): string {
  const text = readFileSync(path.join(__dirname, '../../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
