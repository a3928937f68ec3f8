/** Text in any encoding, as UTF-8. Bytes that the encoding has not are an error, never U+FFFD. */
import { isAscii } from 'node:buffer';
import { typeError, valueError } from '../../../errors';
import { show } from '../../../arguments/describe';
import { Unreadable } from './dataset';

/** Gives the text of one piece after another; what is cut at its end waits for the next. Throws on bytes that are none. */
type Decode = (bytes: Buffer, last: boolean) => string;

/** Python's names of what `TextDecoder` calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  'utf-8-sig': 'utf-8',
  utf8: 'utf-8',
  latin1: 'latin-1',
  'iso-8859-1': 'latin-1',
  'iso8859-1': 'latin-1',
  l1: 'latin-1',
  'us-ascii': 'ascii',
  'windows-1252': 'cp1252',
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  cp932: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
};

/** The bytes 0x80 to 0x9F; a space stands for those that it has not. `TextDecoder` has been wrong about them in some releases of Node. */
const CP1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function refuse(): never {
  throw valueError('these bytes are not characters');
}

const OWN: Readonly<Record<string, Decode>> = {
  'latin-1': (bytes) => bytes.toString('latin1'),
  ascii: (bytes) => (isAscii(bytes) ? bytes.toString('latin1') : refuse()),
  cp1252: (bytes) =>
    bytes.toString('latin1').replace(/[\x80-\x9f]/g, (byte) => {
      const letter = CP1252[byte.charCodeAt(0) - 0x80] as string;
      return letter === ' ' ? refuse() : letter;
    }),
};

/** A decoder for a name of Python's or of the Encoding Standard. */
function decoderOf(name: string): () => Decode {
  const own = OWN[name];
  if (own) return () => own;
  const label = name.replace(/^cp(125\d)$/, 'windows-$1').replace(/^iso8859/, 'iso-8859');
  return () => {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
    return (bytes, last) => decoder.decode(bytes, { stream: !last });
  };
}

/** The name under which an encoding is known here. */
export function encodingOf(given: string | null): string {
  const lower = (given ?? 'utf-8').trim().toLowerCase().replaceAll('_', '-');
  const name = ALIASES[lower] ?? lower;
  try {
    if (name !== 'utf-16') decoderOf(name)();
    return name;
  } catch (cause) {
    const known = "'utf-8', 'latin-1', 'cp1252', 'utf-16', 'gbk', 'shift_jis' and others of the Encoding Standard";
    throw typeError(`encoding should be one of ${known}, got ${show(given)}`, { cause });
  }
}

/** A stream of text in an encoding as UTF-8. What is UTF-8 is handed on as it is, once it has been looked at. */
export async function* asUtf8(
  source: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<Buffer, void, undefined> {
  let reader: Reader | undefined;
  for await (const chunk of source) {
    reader ??= new Reader(encoding === 'utf-16' ? orderOf(chunk) : encoding, encoding);
    yield reader.take(chunk);
  }
  if (reader) yield reader.end();
}

/** The byte order mark says it; without one it is this machine's, as in Python. */
function orderOf(first: Buffer): string {
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-16le';
}

class Reader {
  readonly #fresh: () => Decode;
  readonly #decode: Decode;
  /** Ends of lines in what has been decoded. */
  #lines = 0;
  #before: Buffer = Buffer.alloc(0);

  constructor(
    readonly encoding: string,
    /** As the caller called it. */
    readonly given: string,
  ) {
    this.#fresh = decoderOf(encoding);
    this.#decode = this.#fresh();
  }

  take(chunk: Buffer): Buffer {
    const text = this.#decoded(chunk, false);
    this.#lines += lineEnds(text);
    this.#before = chunk;
    return this.encoding === 'utf-8' ? chunk : Buffer.from(text);
  }

  end(): Buffer {
    const text = this.#decoded(Buffer.alloc(0), true);
    return this.encoding === 'utf-8' ? Buffer.alloc(0) : Buffer.from(text);
  }

  #decoded(bytes: Buffer, last: boolean): string {
    try {
      return this.#decode(bytes, last);
    } catch (cause) {
      throw new Unreadable(this.#lineOf(bytes, last), this.#advice(bytes), cause);
    }
  }

  /** The line of the first bytes that are no text: lines are decoded one by one, from the one that the chunk goes on with. */
  #lineOf(bytes: Buffer, last: boolean): number {
    const tail = this.#before.subarray(this.#endOfLine(this.#before));
    const rest = Buffer.concat([tail, bytes]);
    let number = this.#lines + 1;
    for (let begin = 0; begin < rest.length; number++) {
      const length = this.#firstLine(rest.subarray(begin));
      const line = rest.subarray(begin, begin + length);
      begin += length;
      try {
        this.#fresh()(line, last || begin < rest.length);
      } catch {
        return number;
      }
    }
    return this.#lines + 1;
  }

  /** Where the last line begins, in bytes. */
  #endOfLine(bytes: Buffer): number {
    const [mark, width] = this.#newline();
    const at = bytes.lastIndexOf(mark);
    return at < 0 ? 0 : at + width;
  }

  #firstLine(bytes: Buffer): number {
    const [mark, width] = this.#newline();
    const at = bytes.indexOf(mark);
    return at < 0 ? bytes.length : at + width;
  }

  #newline(): readonly [mark: Buffer, width: number] {
    if (this.encoding === 'utf-16le') return [Buffer.from([10, 0]), 2];
    if (this.encoding === 'utf-16be') return [Buffer.from([0, 10]), 2];
    return [Buffer.from([10]), 1];
  }

  #advice(bytes: Buffer): string {
    const marked = this.#lines === 0 && (bytes.readUInt16BE(0) === 0xfffe || bytes.readUInt16BE(0) === 0xfeff);
    const other = marked ? 'utf-16' : this.encoding === 'utf-8' ? 'latin-1' : 'utf-8';
    return `bytes that are not text in ${this.given}; give the file's encoding, as { encoding: '${other}' }`;
  }
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** A stream without its first lines, whatever ends them. */
export async function* withoutLines(
  source: AsyncIterable<Buffer>,
  count: number,
): AsyncGenerator<Buffer, void, undefined> {
  let left = count;
  let afterReturn = false;
  for await (const chunk of source) {
    let begin = 0;
    for (; begin < chunk.length && (left > 0 || afterReturn); begin++) {
      const byte = chunk[begin];
      if (byte === 10 && afterReturn) {
        afterReturn = false;
        continue;
      }
      if (left === 0) break;
      afterReturn = byte === 13;
      if (byte === 10 || byte === 13) left--;
    }
    if (left > 0 || begin === chunk.length) continue;
    afterReturn = false;
    yield begin === 0 ? chunk : chunk.subarray(begin);
  }
}
