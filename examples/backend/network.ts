/** The network and how it reads text. The worker that trains it and the server that uses it share this file. */
import { nn, text, type Tensor } from 'libtorch-node';

/** How many words of a text are read. */
export const LENGTH = 50;
const EMBEDDING = 100;
const HIDDEN = 128;

const words = text.patternTokenizer(/[\p{L}]+|[0-9]+|[!$%]/gu);

/** The words of a text, without HTML. */
export function tokenize(content: string): string[] {
  return words(content.slice(0, 20_000).replace(/<[^>]*>/g, ' '));
}

/** The part of a mail that a person reads: its subject and body. */
export function tokenizeMail(mail: string): string[] {
  const [head = '', ...rest] = mail.replaceAll('\r\n', '\n').split('\n\n');
  const subject = /^Subject:(.*)$/im.exec(head)?.[1] ?? '';
  return tokenize(`${subject}\n${rest.join('\n\n')}`);
}

/** The first words as numbers, filled up on the left so that the last time step is always a word of the text. */
export function encode(tokens: readonly string[], vocab: text.Vocab): number[] {
  return text.pad(vocab.numericalize(text.truncate([...tokens], LENGTH)), LENGTH, { side: 'left' });
}

/** Words as numbers, a GRU over them, and the scores of the classes from its last time step. */
export class TextNet extends nn.Module {
  readonly embedding: nn.Embedding;
  readonly gru = new nn.GRU(EMBEDDING, HIDDEN, { batchFirst: true });
  readonly output: nn.Linear;

  constructor(vocabulary: number, classes: number) {
    super();
    this.embedding = new nn.Embedding(vocabulary, EMBEDDING, { paddingIdx: 0 });
    this.output = new nn.Linear(HIDDEN, classes);
  }

  /** [batch, time] of word numbers to [batch, class] of scores. */
  override forward(input: Tensor): Tensor {
    const [out] = this.gru.forward(this.embedding.forward(input));
    return this.output.forward(out.select(1, -1));
  }
}
