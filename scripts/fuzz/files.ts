/**
 * Damages files, reads them as this package does, and uses what came of them, in processes of its own. Reports the files that end
 * the process, that take too long, or whose failure is no error of this package. The kinds: `programs` of torch.export (`.pt2`),
 * whose modules are called; `dcp`, folders of distributed checkpoints; `pickles`, bare ones and those of `torch.save`.
 *
 *     npm run fuzz:programs -- --minutes 30                # with a new seed, which is printed
 *     npm run fuzz:files -- --kind pickles --minutes 30
 *     npm run fuzz:files -- --kind dcp --seed 7 --file 812 # one file again, kept in build/fuzz
 *     npm run fuzz:programs -- --asan                      # with the addon of `npm run test:asan`
 *
 * Finds are kept in build/fuzz, what their processes and the sanitizer said in KIND-SEED.log there, and each run with its seed is
 * a line of KIND.jsonl.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = path.join(__dirname, '../..');
const OUT = path.join(ROOT, 'build/fuzz');
/** Files of one child. To start one takes as long as many files, most of all with AddressSanitizer. */
const BATCH = 20_000;
/** Without a word for this many milliseconds, a child hangs: it must also start on a machine that is busy. */
const LONG = 600_000;

const KINDS: Readonly<Record<string, string>> = {
  programs: 'program-child.ts',
  dcp: 'dcp-child.ts',
  pickles: 'pickle-child.ts',
};

const { values: flags } = parseArgs({
  options: {
    kind: { type: 'string', default: 'programs' },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    file: { type: 'string' },
    asan: { type: 'boolean', default: false },
  },
});
const seed = Number(flags.seed);
const program = KINDS[flags.kind];
if (program === undefined) throw new Error(`--kind should be one of ${Object.keys(KINDS).join(', ')}`);
/** What a sanitizer's reports are called: those of the tests, which may run at the same time, have another name. */
const REPORT = `fuzz-${flags.kind}`;
/** What a child writes and reads: a file, or a folder. */
const TRIED = 'tried';

function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env, OMP_NUM_THREADS: '1' };
  if (!flags.asan) return { ...env, MALLOC_PERTURB_: '165' };
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only runs with ASan need it, and it is no module of TypeScript
  const { environment: sanitized } = require('../asan.cjs') as {
    environment(name: string): NodeJS.ProcessEnv;
  };
  return { ...sanitized(REPORT), OMP_NUM_THREADS: '1' };
}

/** What a sanitizer wrote of a child that it ended: it writes to a file of the process (scripts/asan.cjs). */
function reportOf(pid: number | undefined): string {
  const file = path.join(ROOT, `build/asan/${REPORT}.${pid}`);
  return flags.asan && existsSync(file) ? readFileSync(file, 'utf8').slice(0, 20_000) : '';
}

interface Ended {
  readonly how: string;
  /** How many files were tried. */
  readonly count: number;
  readonly said: Readonly<Record<string, number>>;
  readonly errors: string;
}

/** Tries the files from one number up to another, without it, as long as there is time. */
function run(folder: string, from: number, to: number, end: number): Promise<Ended> {
  const child = [path.join(ROOT, 'scripts/run-ts.cjs'), path.join(__dirname, program as string)];
  const running = spawn(process.execPath, [...child, folder, String(seed), String(from), String(to)], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve) => {
    let [last, errors] = ['', ''];
    const hang = (): void => void running.kill('SIGKILL');
    let timer = setTimeout(hang, LONG);
    let isOver = false;
    const over = setTimeout(() => {
      isOver = true;
      running.kill();
    }, end - Date.now());
    running.stdout.on('data', (part: Buffer) => {
      last = `${last}${part.toString()}`.split('\n').slice(-2).join('\n');
      clearTimeout(timer);
      timer = setTimeout(hang, LONG);
    });
    running.stderr.on('data', (part: Buffer) => (errors = `${errors}${part.toString()}`.slice(-4000)));
    running.on('exit', (code, signal) => {
      clearTimeout(timer);
      clearTimeout(over);
      const line = last.trim().split('\n').at(-1) ?? '';
      const { count = 0, said = {} } = line.startsWith('{') ? (JSON.parse(line) as Partial<Ended>) : {};
      const how = code === 0 || isOver ? '' : String(signal ?? code);
      resolve({ how, count, said, errors: errors + reportOf(running.pid) });
    });
  });
}

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const folder = mkdtempSync(path.join(tmpdir(), `fuzz-${flags.kind}-`));
  const end = Date.now() + Number(flags.minutes) * 60_000;
  const start = Date.now();
  const said = new Map<string, number>();
  let [next, finds] = [Number(flags.file ?? 0), 0];
  const only = flags.file !== undefined;
  console.log(`seed ${seed}`);
  while (only ? next === Number(flags.file) : Date.now() < end) {
    const ended = await run(folder, next, only ? next + 1 : next + BATCH, only ? end + LONG : end);
    for (const [what, times] of Object.entries(ended.said)) said.set(what, (said.get(what) ?? 0) + times);
    next += ended.how === '' ? ended.count : ended.count + 1;
    if (ended.how === '') continue;
    finds++;
    const kept = path.join(OUT, `${flags.kind}-${seed}-${next - 1}`);
    if (existsSync(path.join(folder, TRIED))) cpSync(path.join(folder, TRIED), kept, { recursive: true });
    const text = `${kept}: ended with ${ended.how}\n${ended.errors}`;
    appendFileSync(path.join(OUT, `${flags.kind}-${seed}.log`), `${text}\n`);
    console.log(text);
  }
  rmSync(folder, { recursive: true, force: true });
  const seconds = Math.round((Date.now() - start) / 1000);
  const summary = { seed, asan: flags.asan, seconds, files: next, finds, said: Object.fromEntries(said) };
  if (!only) appendFileSync(path.join(OUT, `${flags.kind}.jsonl`), `${JSON.stringify(summary)}\n`);
  console.log(JSON.stringify(summary));
  process.exitCode = finds > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
