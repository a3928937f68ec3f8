import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Command, InvalidArgumentError } from 'commander';

import { Board, type BoardOptions } from '../board/server';
import { pathOf, statOf } from '../arguments/files';
import { fileError, runtimeError } from '../errors';
import { run } from './output';
import { print } from './print';

const FOLDER = 'runs';
const PORT = 6060;
/** A checkpoint of gigabytes has an outline of kilobytes; one that takes longer than this is on a slow disk. */
const INSPECT = { timeout: 120_000, maxBuffer: 64 * 1024 * 1024 };

interface BoardFlags {
  readonly port?: number;
  readonly control?: boolean;
}

export function addBoard(program: Command): void {
  program
    .command('board [runs]')
    .description(`show the training runs of a folder (${FOLDER}, unless told otherwise) on a page in the browser, live`)
    .option(
      '--port <number>',
      `where it listens, on this machine only (${PORT}, or another where that is taken)`,
      parsePort,
    )
    .option('--control', 'let the page pause and stop runs; the address that is printed has the key')
    .action((folder: string | undefined, flags: BoardFlags) => run(() => board(folder, flags)));
}

async function board(given: string | undefined, { port, control }: BoardFlags): Promise<void> {
  const folder = pathOf('board', given ?? FOLDER);
  // A folder that is named has to be there; the usual one may come with the first run.
  if (given !== undefined && !statOf('board', folder).isDirectory()) {
    throw fileError(`board: ${JSON.stringify(folder)} is not a folder`);
  }
  const started = await listen({ folder, port: port ?? PORT, control: control ?? false, inspect }, port !== undefined);
  print([`Runs of ${path.resolve(folder)}:`, started.url, 'Ctrl+C ends it.']);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  await started.close();
}

/** Where the usual port is taken, by another board for example, the system chooses one. */
async function listen(options: BoardOptions, named: boolean): Promise<Board> {
  try {
    return await Board.start(options);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause;
    if (!named) return Board.start({ ...options, port: 0 });
    throw runtimeError(
      `board: port ${options.port} is ${code === 'EACCES' ? 'not allowed' : 'taken'}; name another with --port`,
      {
        cause,
      },
    );
  }
}

/** In a process of its own: a damaged or a huge file does not touch the board, and libtorch is loaded only for this. */
async function inspect(file: string, signal: AbortSignal): Promise<unknown> {
  const program = path.join(__dirname, 'main.js');
  if (!existsSync(program)) throw fileError(`board: ${program} is missing`);
  const ask = promisify(execFile);
  try {
    const { stdout } = await ask(process.execPath, [program, 'inspect', '--json', '--', file], { ...INSPECT, signal });
    return JSON.parse(stdout) as unknown;
  } catch (cause) {
    const said = String((cause as { stderr?: unknown }).stderr ?? '').trim();
    throw fileError(said === '' ? `${path.basename(file)} could not be looked into` : said, { cause });
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('expected a number from 0 to 65535; 0 lets the system choose.');
}
