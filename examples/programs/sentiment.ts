/** Sentiment of texts of unequal length: packed sequences through an LSTM, and its last state into two classes. */
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';

const [WORDS, LONGEST, TEXTS] = [50, 12, 128];

class Sentiment extends nn.Module {
  readonly embedding = new nn.Embedding(WORDS, 16, { paddingIdx: 0 });
  readonly lstm = new nn.LSTM(16, 24, { batchFirst: true });
  readonly output = new nn.Linear(24, 2);

  override forward(words: Tensor, lengths: Tensor): Tensor {
    const embedded = this.embedding.forward(words);
    const packed = nn.utils.rnn.packPaddedSequence(embedded, lengths, { batchFirst: true, enforceSorted: false });
    const [, [last]] = this.lstm.forward(packed);
    return this.output.forward(last.select(0, 0)).logSoftmax(1);
  }
}

torch.manualSeed(0);
// A text is positive if it has more of the words from 25 on than of those before.
const lengths = torch.randint(3, LONGEST + 1, [TEXTS]);
const inside = torch.arange(LONGEST).unsqueeze(0).lt(lengths.unsqueeze(1));
const words = torch.randint(1, WORDS, [TEXTS, LONGEST]).mul(inside);
const labels = words.ge(25).sum(1).gt(words.ge(1).sum(1).div(2)).to(torch.int64);

const model = new Sentiment();
const optimizer = new optim.Adam(model.parameters(), { lr: 0.01 });
const criterion = new nn.NLLLoss();
for (let step = 1; step <= 40; step++) {
  const loss = torch.scope(() => {
    optimizer.zeroGrad();
    const loss = criterion.forward(model.forward(words, lengths), labels);
    loss.backward();
    optimizer.step();
    return loss.item();
  });
  if (step % 10 === 0) console.log(`step ${step}: loss ${loss.toFixed(6)}`);
}
const right = torch.noGrad(() => model.forward(words, lengths).argmax(1).eq(labels).sum().item());
console.log(`${right} of ${TEXTS} texts are classified rightly`);
