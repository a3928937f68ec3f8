import { StringDecoder } from 'node:string_decoder';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null where the line is too long to be kept. */
  readonly text: string | null;
}

/** The lines of a UTF-8 stream, without their ends and without a byte order mark. */
export async function* lines(stream: AsyncIterable<Buffer>, maxLength: number): AsyncGenerator<Line, void, undefined> {
  const splitter = new Splitter(maxLength);
  for await (const chunk of stream) yield* splitter.take(chunk);
  yield* splitter.end();
}

class Splitter {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #tooLong = false;
  #number = 0;

  constructor(readonly maxLength: number) {}

  *take(chunk: Buffer): Generator<Line, void> {
    yield* this.#split(this.#decoder.write(chunk));
  }

  *end(): Generator<Line, void> {
    yield* this.#split(this.#decoder.end());
    if (this.#rest !== '' || this.#tooLong) yield this.#line('');
  }

  *#split(text: string): Generator<Line, void> {
    let begin = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
      yield this.#line(text.slice(begin, end));
      begin = end + 1;
    }
    this.#keep(text.slice(begin));
  }

  #keep(text: string): void {
    if (this.#tooLong) return;
    this.#rest += text;
    if (this.#rest.length <= this.maxLength) return;
    this.#tooLong = true;
    this.#rest = '';
  }

  #line(last: string): Line {
    this.#keep(last);
    const number = ++this.#number;
    const text = this.#tooLong ? null : clean(this.#rest, number);
    this.#rest = '';
    this.#tooLong = false;
    return { number, text };
  }
}

function clean(text: string, number: number): string {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  return number === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line;
}
