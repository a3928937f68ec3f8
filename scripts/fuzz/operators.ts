/**
 * Calls every overload of every operator with arguments made from its schema, in processes of its own, and reports the calls
 * that end the process or that do not come back.
 *
 *     npm run fuzz:operators -- --minutes 60            # with a new seed, which is printed
 *     npm run fuzz:operators -- --seed 7 --only ctc     # operators whose name contains "ctc"
 *     npm run fuzz:operators -- --seed 7 --place 812 --call 31   # one call again, with its arguments
 *     npm run fuzz:operators -- --seed 7 --first 700 --from 40 --place 812 --call 71   # with all calls before it
 *     npm run fuzz:operators -- --fence                 # slower, and ends where memory beside a tensor is touched
 *
 * Finds are written to build/fuzz/finds.jsonl, one a line, and each run with its seed to build/fuzz/runs.jsonl.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Task, allOverloads } from './child';
import { fence } from './fence';

const ROOT = path.join(__dirname, '../..');
const OUT = path.join(ROOT, 'build/fuzz');
/** A call that has not come back after this many seconds of processor time hangs; */
const PATIENCE = 30;
/** so does one that waits, for this many seconds: less may be due to what else the machine does. */
const LONG = 300;
/** Kilobytes of private memory that a child may have: sizes are extremes, and this machine is not for this alone. */
const MEMORY = 4_000_000;
/** Overloads of one child: few enough that a death loses little, many enough that its start is cheap. */
const BATCH = 150;
/** After so many deaths in a row an overload is left to the next run. */
const ENOUGH = 2;
/** They are told to do just that: read and write files by name, wait for other processes, end them. */
const LEFT_OUT =
  /^(c10d|_c10d_functional\w*|symm_mem|profiler|libtorch_node|_dtensor)::|^aten::(from_file|save|_print)/;

interface Answer {
  readonly ended: string;
  /** Where it was: the place of the overload and the number of the call. */
  readonly last: readonly [place: number, call: number] | null;
  readonly calls: number;
  readonly shown: readonly string[];
  readonly errors: string;
}

function run(task: Task, fenced: boolean): Promise<Answer> {
  const child = path.join(__dirname, 'child.ts');
  const preload = fenced ? `env LD_PRELOAD=${fence(OUT)} ` : '';
  const line = `ulimit -d ${MEMORY}; ulimit -c 0; exec nice -n 15 ${preload}"$@"`;
  const command = [process.execPath, path.join(ROOT, 'scripts/run-ts.cjs'), child, JSON.stringify(task)];
  const env = { ...process.env, OMP_NUM_THREADS: '1', MALLOC_PERTURB_: '165' };
  const cwd = mkdtempSync(path.join(tmpdir(), 'fuzz-operators-'));
  const running = spawn('bash', ['-c', line, 'fuzz', ...command], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  return watch(running);
}

/** The processor time of a process, in seconds; the time of day where the system does not say it. */
function processorTime(pid: number | undefined): number {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').slice(11, 13) ?? [];
    return (Number(user) + Number(system)) / 100;
  } catch {
    return Date.now() / 1000;
  }
}

function watch(running: ReturnType<typeof spawn>): Promise<Answer> {
  let [rest, errors, calls, progress, moved, worked, hung] = ['', '', 0, true, 0, 0, false];
  let last: [number, number] | null = null;
  const shown: string[] = [];
  running.stderr?.on('data', (data: Buffer) => (errors = (errors + data.toString()).slice(-2000)));
  running.stdout?.on('data', (data: Buffer) => {
    progress = true;
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('! ')) shown.push(line.slice(2));
      else [calls, last] = [calls + 1, line.split(' ').map(Number) as [number, number]];
    }
  });
  const timer = setInterval(() => {
    const time = processorTime(running.pid);
    if (progress) [progress, moved, worked] = [false, Date.now(), time];
    if (time - worked < PATIENCE && Date.now() - moved < LONG * 1000) return;
    hung = true;
    running.kill('SIGKILL');
  }, 1000);
  return new Promise((resolve) => {
    running.on('close', (status, signal) => {
      clearInterval(timer);
      resolve({ ended: hung ? 'hang' : (signal ?? String(status)), last, calls, shown, errors });
    });
  });
}

const names = allOverloads().map(([name, overload]) => (overload ? `${name}.${overload}` : name));

class Run {
  calls = 0;
  finds = 0;
  readonly #deaths = new Map<number, number>();

  constructor(
    readonly seed: number,
    readonly until: number,
    readonly places: readonly number[],
    readonly each: number,
    readonly fenced: boolean,
  ) {}

  async all(): Promise<void> {
    for (let round = 0; Date.now() < this.until; round++) {
      const left = this.places.filter((place) => (this.#deaths.get(place) ?? 0) < ENOUGH);
      for (let at = 0; at < left.length && Date.now() < this.until; at += BATCH) {
        await this.batch(left.slice(at, at + BATCH), round);
      }
      console.log(`round ${round}: ${this.calls} calls, ${left.length} overloads, ${this.finds} finds`);
    }
  }

  /** A child for all of them; after a death another one for those behind. */
  async batch(places: readonly number[], round: number): Promise<void> {
    const [from, to] = [round * this.each, (round + 1) * this.each];
    let left = places;
    while (left.length > 0 && Date.now() < this.until) {
      const answer = await run({ seed: this.seed, overloads: left, from, to, show: false }, this.fenced);
      this.calls += answer.calls;
      if (answer.ended === '0') return;
      // Nothing in the rest could be called, or the process ended before it got there.
      if (!answer.last)
        return console.log(`${answer.ended} before a call of ${names[left[0] as number]}: ${answer.errors}`);
      const place = answer.last[0];
      this.#deaths.set(place, (this.#deaths.get(place) ?? 0) + 1);
      await this.report(answer.last, answer.ended, { first: left[0] as number, from });
      left = left.slice(left.indexOf(place) + 1);
    }
  }

  /** The call again, alone: what it was given, and whether it needs those before it. */
  async report(
    [place, call]: readonly [number, number],
    first: string,
    before: Readonly<Record<string, number>>,
  ): Promise<void> {
    const task = { seed: this.seed, overloads: [place], from: call, to: call + 1, show: true };
    const { ended, shown, errors } = await run(task, this.fenced);
    const what = ended === '0' ? `${first}, not alone` : ended;
    this.finds++;
    const find = { overload: names[place], place, call, seed: this.seed, ...before, what, arguments: shown[0], errors };
    appendFileSync(path.join(OUT, 'finds.jsonl'), `${JSON.stringify(find)}\n`);
    const all = ended === '0' ? `--first ${before['first']} --from ${before['from']} ` : '';
    console.log(`${what}: ${names[place]}(${shown[0]}) --seed ${this.seed} ${all}--place ${place} --call ${call}`);
  }
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    each: { type: 'string', default: '40' },
    place: { type: 'string' },
    call: { type: 'string', default: '0' },
    first: { type: 'string' },
    from: { type: 'string' },
    fence: { type: 'boolean', default: false },
  },
});
const [seed, each] = [Number(values.seed), Number(values.each)];

/** One call again, or a child's calls up to it. */
async function again(places: readonly number[]): Promise<void> {
  const [last, call] = [Number(values.place), Number(values.call)];
  const first = Number(values.first ?? last);
  const alone = first === last;
  const from = alone ? call : Number(values.from ?? 0);
  const overloads = places.filter((place) => place >= first && place <= last);
  console.log(names[last]);
  console.log(await run({ seed, overloads, from, to: alone ? call + 1 : from + each, show: alone }, values.fence));
}

async function fuzz(places: readonly number[]): Promise<void> {
  console.log(`seed ${seed}, ${places.length} overloads`);
  const start = Date.now();
  const job = new Run(seed, start + Number(values.minutes) * 60_000, places, each, values.fence);
  await job.all();
  console.log(`seed ${seed}: ${job.calls} calls, ${job.finds} finds`);
  const { fence: fenced, only } = values;
  const minutes = Math.round((Date.now() - start) / 60_000);
  const record = JSON.stringify({ seed, fenced, only, minutes, calls: job.calls, finds: job.finds });
  appendFileSync(path.join(OUT, 'runs.jsonl'), `${record}\n`);
  process.exitCode = job.finds > 0 ? 1 : 0;
}

mkdirSync(OUT, { recursive: true });
const pattern = new RegExp(values.only);
const places = names.flatMap((name, i) => (pattern.test(name) && !LEFT_OUT.test(name) ? [i] : []));
void (values.place === undefined ? fuzz(places) : again(places));
