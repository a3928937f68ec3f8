import { dataError } from '../../errors';

/**
 * Reads what CIFAR's files hold: a pickle of protocol 2 with a dict of strings, lists of integers and one array of bytes.
 * Nothing of it is run. A global is only a name, and the arrays of numpy are the only objects that are made.
 */

/** A name of Python. */
class Global {
  constructor(readonly name: string) {}
}

/** What a call of a global makes, once its state is known. */
class Made {
  state: unknown = null;
  constructor(
    readonly name: string,
    readonly args: readonly unknown[],
  ) {}
}

const MARK = Symbol('mark');
/** A file with more is none of these. */
const MOST_OBJECTS = 1_000_000;

/** One reading of a file. */
class Unpickler {
  private at = 0;
  private readonly stack: unknown[] = [];
  private readonly memo = new Map<number, unknown>();

  constructor(private readonly bytes: Buffer) {}

  private take(count: number): Buffer {
    const end = this.at + count;
    if (count < 0 || end > this.bytes.length) throw dataError('the pickle ends too early');
    const part = this.bytes.subarray(this.at, end);
    this.at = end;
    return part;
  }

  private line(): string {
    const end = this.bytes.indexOf(10, this.at);
    if (end < 0) throw dataError('the pickle ends too early');
    const text = this.bytes.toString('latin1', this.at, end);
    this.at = end + 1;
    return text;
  }

  private pop(): unknown {
    if (this.stack.length === 0) throw dataError('the pickle takes more from its stack than there is');
    return this.stack.pop();
  }

  private sinceMark(): unknown[] {
    const at = this.stack.lastIndexOf(MARK);
    if (at < 0) throw dataError('the pickle lacks a mark');
    const items = this.stack.splice(at + 1);
    this.stack.pop();
    return items;
  }

  private top(): unknown {
    return this.stack.at(-1);
  }

  /** The value of the file. */
  read(): unknown {
    for (let count = 0; count < MOST_OBJECTS; count++) {
      const code = String.fromCharCode((this.take(1)[0] as number) | 0);
      if (code === '.') return this.pop();
      const step = STEPS[code];
      if (!step)
        throw dataError(
          `the pickle has an instruction that data sets do not need (0x${code.charCodeAt(0).toString(16)})`,
        );
      step(this);
    }
    throw dataError('the pickle has too many instructions');
  }

  static readonly steps: Readonly<Record<string, (self: Unpickler) => void>> = {
    '\x80': (self) => void self.take(1),
    '(': (self) => self.stack.push(MARK),
    '}': (self) => self.stack.push(new Map()),
    ']': (self) => self.stack.push([]),
    ')': (self) => self.stack.push([]),
    N: (self) => self.stack.push(null),
    '\x88': (self) => self.stack.push(true),
    '\x89': (self) => self.stack.push(false),
    K: (self) => self.stack.push(self.take(1).readUInt8()),
    M: (self) => self.stack.push(self.take(2).readUInt16LE()),
    J: (self) => self.stack.push(self.take(4).readInt32LE()),
    U: (self) => self.stack.push(self.take(self.take(1).readUInt8())),
    C: (self) => self.stack.push(self.take(self.take(1).readUInt8())),
    T: (self) => self.stack.push(self.take(self.take(4).readInt32LE())),
    B: (self) => self.stack.push(self.take(self.take(4).readUInt32LE())),
    X: (self) => self.stack.push(self.take(self.take(4).readUInt32LE()).toString('utf8')),
    q: (self) => self.memo.set(self.take(1).readUInt8(), self.top()),
    r: (self) => self.memo.set(self.take(4).readUInt32LE(), self.top()),
    h: (self) => self.stack.push(self.memo.get(self.take(1).readUInt8())),
    j: (self) => self.stack.push(self.memo.get(self.take(4).readUInt32LE())),
    c: (self) => self.stack.push(new Global(`${self.line()}.${self.line()}`)),
    t: (self) => self.stack.push(self.sinceMark()),
    '\x85': (self) => self.stack.push([self.pop()]),
    '\x86': (self) => self.tuple(2),
    '\x87': (self) => self.tuple(3),
    a: (self) => self.append([self.pop()]),
    e: (self) => self.append(self.sinceMark()),
    s: (self) => self.set([self.pop(), self.pop()].reverse()),
    u: (self) => self.set(self.sinceMark()),
    R: (self) => self.reduce(),
    b: (self) => self.build(),
  };

  private tuple(count: number): void {
    this.stack.push(Array.from({ length: count }, () => this.pop()).reverse());
  }

  private append(items: readonly unknown[]): void {
    const list = this.top();
    if (!Array.isArray(list)) throw dataError('the pickle appends to what is no list');
    for (const item of items) list.push(item);
  }

  private set(items: readonly unknown[]): void {
    const dict = this.top();
    if (!(dict instanceof Map)) throw dataError('the pickle sets an entry of what is no dict');
    for (let i = 0; i + 1 < items.length; i += 2) dict.set(textOf(items[i]), items[i + 1]);
  }

  private reduce(): void {
    const args = this.pop();
    const called = this.pop();
    if (!(called instanceof Global) || !Array.isArray(args)) throw dataError('the pickle calls what is no global');
    this.stack.push(called.name === '_codecs.encode' ? encoded(args) : new Made(called.name, args));
  }

  private build(): void {
    const state = this.pop();
    const made = this.top();
    if (made instanceof Made) made.state = state;
  }
}
const STEPS = Unpickler.steps;

/** Bytes, as Python 3 writes them in protocol 2. */
function encoded([text]: readonly unknown[]): Buffer {
  return Buffer.from(String(text), 'latin1');
}

const textOf = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value));

/** The rows of an array of bytes: how numpy pickles one. */
function arrayOf(value: unknown): { readonly bytes: Buffer; readonly shape: readonly number[] } {
  const isArray = value instanceof Made && /^numpy\.(_?core\.)?multiarray\._reconstruct$/.test(value.name);
  const [, shape, type, , bytes] = (isArray && Array.isArray(value.state) ? value.state : []) as unknown[];
  const isBytes = type instanceof Made && textOf(type.args[0]) === 'u1';
  if (!isBytes || !Buffer.isBuffer(bytes) || !Array.isArray(shape)) throw dataError('the pickle has no array of bytes');
  return { bytes, shape: shape as number[] };
}

/** What a file of CIFAR holds, by its keys: arrays of bytes, lists of integers or strings, strings. */
export interface Pickled {
  array(key: string): { readonly bytes: Buffer; readonly shape: readonly number[] };
  integers(key: string): readonly number[] | null;
  strings(key: string): readonly string[];
}

/** Reads a file of CIFAR. */
export function readPickle(bytes: Buffer): Pickled {
  const value = new Unpickler(bytes).read();
  if (!(value instanceof Map)) throw dataError('the pickle holds no dict');
  const list = (key: string): readonly unknown[] | null => {
    const found: unknown = value.get(key);
    return Array.isArray(found) ? (found as unknown[]) : null;
  };
  return {
    array: (key) => arrayOf(value.get(key)),
    integers: (key) => {
      const found = list(key);
      return found?.every((one) => Number.isInteger(one)) ? (found as number[]) : null;
    },
    strings: (key) => (list(key) ?? []).map(textOf),
  };
}
