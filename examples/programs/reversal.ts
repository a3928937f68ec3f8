/** Sequence to sequence: digits are read by a GRU and written backwards by another, which looks back by attention. */
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';

/** Zero begins what is written. */
const [DIGITS, LENGTH, ROWS, HIDDEN] = [10, 6, 64, 48];

class Reversal extends nn.Module {
  readonly embedding = new nn.Embedding(DIGITS, HIDDEN);
  readonly encoder = new nn.GRU(HIDDEN, HIDDEN, { batchFirst: true });
  readonly decoder = new nn.GRU(HIDDEN, HIDDEN, { batchFirst: true });
  readonly score = new nn.Linear(HIDDEN, HIDDEN, { bias: false });
  readonly combine = new nn.Linear(2 * HIDDEN, HIDDEN);
  readonly output = new nn.Linear(HIDDEN, DIGITS);

  /** What was read, `[batch, source, hidden]`, and where the decoder begins. */
  encode(source: Tensor): [read: Tensor, state: Tensor] {
    return this.encoder.forward(this.embedding.forward(source));
  }

  /** Scores of the digit after each that was written, and the decoder's state after the last. */
  decode(written: Tensor, read: Tensor, state: Tensor): [scores: Tensor, state: Tensor] {
    const [own, last] = this.decoder.forward(this.embedding.forward(written), state);
    const weights = this.score.forward(own).bmm(read.transpose(1, 2)).softmax(-1);
    const looked = torch.cat([weights.bmm(read), own], -1);
    return [this.output.forward(this.combine.forward(looked).tanh()), last];
  }

  /** The scores while it is taught: before each digit stand the right ones. */
  override forward(source: Tensor, written: Tensor): Tensor {
    const [read, state] = this.encode(source);
    return this.decode(written, read, state)[0];
  }
}

torch.manualSeed(0);
const source = torch.randint(1, DIGITS, [ROWS, LENGTH]);
const target = source.flip(1);
const begin = torch.zeros([ROWS, 1], { dtype: torch.int64 });
const written = torch.cat([begin, target.narrow(1, 0, LENGTH - 1)], 1);

const model = new Reversal();
const optimizer = new optim.Adam(model.parameters(), { lr: 0.005 });
const criterion = new nn.CrossEntropyLoss();
for (let step = 1; step <= 120; step++) {
  const loss = torch.scope(() => {
    optimizer.zeroGrad();
    const loss = criterion.forward(model.forward(source, written).transpose(1, 2), target);
    loss.backward();
    nn.utils.clipGradNorm_(model.parameters(), 1);
    optimizer.step();
    return loss.item();
  });
  if (step % 30 === 0) console.log(`step ${step}: loss ${loss.toFixed(6)}`);
}

/** The most likely digit each time, which is what it reads next. */
function reverse(rows: Tensor): Tensor {
  return torch.scope(() =>
    torch.noGrad(() => {
      const [read, first] = model.encode(rows);
      let state = first;
      let next = torch.zeros([rows.size(0), 1], { dtype: torch.int64 });
      const digits: Tensor[] = [];
      for (let i = 0; i < LENGTH; i++) {
        const [scores, following] = model.decode(next, read, state);
        [next, state] = [scores.argmax(-1), following];
        digits.push(next);
      }
      return torch.cat(digits, 1);
    }),
  );
}
const right = reverse(source).eq(target).all(1).sum().item();
console.log(`${right} of ${ROWS} rows are written backwards without a fault`);
