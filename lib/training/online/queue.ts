import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { messageOf, show } from '../../arguments/describe';
import { count, value } from '../../arguments/fields';
import { pathOf } from '../../arguments/files';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { limitArguments } from '../../arguments/surplus';
import { typeError } from '../../errors';
import { appendWhole, makeFolder, replaceWhole } from '../../arguments/whole-files';

export interface ExampleQueueOptions {
  /** The most examples that are kept; older ones make room. @defaultValue 10000 */
  readonly limit?: number;
  /** One in this many examples is held out for the gate; 0 holds out none. @defaultValue 10 */
  readonly holdOut?: number;
  /** How many examples may be held out; the oldest are dropped. @defaultValue 1000 */
  readonly heldOutLimit?: number;
}

const OPTIONS = {
  limit: count(1, 10_000),
  // Of one in one, none would be left to train on.
  holdOut: value<number>('0, or an integer of at least 2', (v) => v === 0 || count(2).fits(v), 10),
  heldOutLimit: count(1, 1000),
};

/** A file is begun anew after so many examples, so that old ones go by the file. */
const PER_FILE = 500;
const NAME = /^(train|held)-(\d{9})\.jsonl$/;

type Part = 'train' | 'held';

interface Segment {
  readonly file: string;
  readonly number: number;
  count: number;
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Labeled examples on disk, as lines of JSON with a checksum, so that they survive a crash. The queue is bounded, and a
 * part of it is held out to judge new weights. Damaged lines are skipped and counted.
 *
 * @typeParam E - An example: whatever JSON keeps.
 * @example
 * const queue = new training.ExampleQueue<{ text: string; label: number }>('examples', { limit: 50_000 });
 * queue.add({ text: 'You have won', label: 1 });
 */
export class ExampleQueue<E = unknown> {
  readonly folder: string;
  readonly #limits: Readonly<Record<Part, number>>;
  readonly #holdOut: number;
  readonly #segments: Record<Part, Segment[]> = { train: [], held: [] };
  #added = 0;
  #corrupt = 0;

  constructor(folder: string, options: ExampleQueueOptions = {}, ...surplus: []) {
    refuseSurplus('ExampleQueue', 2, surplus);
    const { limit, holdOut, heldOutLimit } = readOptions('ExampleQueue', OPTIONS, options);
    this.folder = makeFolder('ExampleQueue', pathOf('ExampleQueue', folder));
    this.#limits = { train: limit, held: heldOutLimit };
    this.#holdOut = holdOut;
    for (const name of readdirSync(this.folder).sort()) this.#open(name);
    this.#added = this.length + this.heldOutLength;
  }

  #open(name: string): void {
    const [, part, digits] = NAME.exec(name) ?? [];
    if (part === undefined) return;
    const file = path.join(this.folder, name);
    const segment = { file, number: Number(digits), count: 0 };
    segment.count = this.#read(segment).length;
    this.#segments[part as Part].push(segment);
  }

  /** How many examples there are to train on. */
  get length(): number {
    return this.#segments.train.reduce((sum, segment) => sum + segment.count, 0);
  }

  /** How many examples are held out. */
  get heldOutLength(): number {
    return this.#segments.held.reduce((sum, segment) => sum + segment.count, 0);
  }

  /** How many examples this process knows to have been added, including dropped ones. */
  get added(): number {
    return this.#added;
  }

  /** How many lines were no examples. */
  get corrupt(): number {
    return this.#corrupt;
  }

  /**
   * Adds an example. It is on disk when this returns.
   *
   * @throws TypeError for what JSON does not keep; an error of the file where it cannot be written.
   */
  add(example: E): void {
    const text = jsonOf(example);
    this.#added++;
    const held = this.#holdOut > 0 && this.#added % this.#holdOut === 0;
    this.#append(held ? 'held' : 'train', `${checksum(text)} ${text}\n`);
  }

  #append(part: Part, line: string): void {
    const segments = this.#segments[part];
    let last = segments.at(-1);
    if (!last || last.count >= Math.min(PER_FILE, this.#limits[part])) {
      const number = (last?.number ?? -1) + 1;
      last = { file: path.join(this.folder, `${part}-${String(number).padStart(9, '0')}.jsonl`), number, count: 0 };
      segments.push(last);
    }
    // A crash may have cut the last line: the next one begins anew.
    const cut = last.count > 0 || existsSync(last.file) ? endsWhole(last.file) : true;
    appendWhole(last.file, cut ? line : `\n${line}`);
    last.count++;
    this.#bound(part);
  }

  /** Old files go when those after them are enough; of the oldest that stays, old lines do. */
  #bound(part: Part): void {
    const segments = this.#segments[part];
    const limit = this.#limits[part];
    let total = segments.reduce((sum, segment) => sum + segment.count, 0);
    for (let [oldest] = segments; oldest && total - oldest.count >= limit; [oldest] = segments) {
      rmSync(oldest.file, { force: true });
      total -= oldest.count;
      segments.shift();
    }
    const [oldest] = segments;
    // Lines are dropped many at a time, so that a file is not written anew for each.
    if (!oldest || total <= limit + Math.min(100, limit)) return;
    const kept = this.#read(oldest).slice(total - limit);
    replaceWhole(oldest.file, kept.map((text) => `${checksum(text)} ${text}\n`).join(''));
    oldest.count = kept.length;
  }

  /** The examples to train on, the oldest first. */
  examples(): E[] {
    return this.#all('train');
  }

  /** The examples that are held out, the oldest first. */
  heldOut(): E[] {
    return this.#all('held');
  }

  #all(part: Part): E[] {
    const texts = this.#segments[part].flatMap((segment) => this.#read(segment));
    return texts.slice(-this.#limits[part]).map((text) => JSON.parse(text) as E);
  }

  /** The JSON of the whole lines of a file. One that cannot be read at all is put aside. */
  #read(segment: Segment): string[] {
    let text: string;
    try {
      text = readFileSync(segment.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') putAside(segment.file);
      return [];
    }
    const lines = text.split('\n').filter(Boolean);
    const found = lines.flatMap((line) => exampleIn(line));
    this.#corrupt += segment.count === 0 ? lines.length - found.length : 0;
    return found;
  }
}

function endsWhole(file: string): boolean {
  try {
    const bytes = readFileSync(file);
    return bytes.length === 0 || bytes.at(-1) === 10;
  } catch {
    return true;
  }
}

function jsonOf(example: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(example);
  } catch (cause) {
    throw typeError(`ExampleQueue.add(): the example cannot be written as JSON: ${messageOf(cause)}`, { cause });
  }
  if (text !== undefined) return text;
  throw typeError(`ExampleQueue.add(): ${show(example)} cannot be written as JSON`);
}

function exampleIn(line: string): string[] {
  const text = line.slice(13);
  if (line.charAt(12) !== ' ' || checksum(text) !== line.slice(0, 12)) return [];
  try {
    JSON.parse(text);
    return [text];
  } catch {
    return [];
  }
}

function putAside(file: string): void {
  try {
    renameSync(file, `${file}.corrupt`);
  } catch {
    // What can be neither read nor moved is left where it is.
  }
}

limitArguments([ExampleQueue], { add: 1, examples: 0, heldOut: 0 });
