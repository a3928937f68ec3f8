/** A language model of characters: a GRU that learns a rhyme by heart, and writes it from its first letters. */
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';

const TEXT = 'she sells sea shells by the sea shore, the shells she sells are sea shells for sure. ';
const LETTERS = [...new Set(TEXT)].sort();
const numberOf = new Map(LETTERS.map((letter, i) => [letter, i]));
const encode = (text: string): number[] => Array.from(text, (letter) => numberOf.get(letter) ?? 0);

class CharacterModel extends nn.Module {
  readonly embedding = new nn.Embedding(LETTERS.length, 16);
  readonly gru = new nn.GRU(16, 64, { batchFirst: true });
  readonly output = new nn.Linear(64, LETTERS.length);

  override forward(letters: Tensor, state?: Tensor): [scores: Tensor, state: Tensor] {
    const [out, last] = this.gru.forward(this.embedding.forward(letters), state);
    return [this.output.forward(out), last];
  }
}

torch.manualSeed(0);
const letters = torch.tensor(encode(TEXT));
const [x, y] = [letters.narrow(0, 0, TEXT.length - 1).unsqueeze(0), letters.narrow(0, 1, TEXT.length - 1)];
const model = new CharacterModel();
const optimizer = new optim.AdamW(model.parameters(), { lr: 0.01 });
const scheduler = new optim.lrScheduler.CosineAnnealingLR(optimizer, 120);
for (let step = 1; step <= 120; step++) {
  const loss = torch.scope(() => {
    optimizer.zeroGrad();
    const [scores] = model.forward(x);
    const loss = nn.functional.crossEntropy(scores.squeeze(0), y);
    loss.backward();
    nn.utils.clipGradNorm_(model.parameters(), 1);
    optimizer.step();
    return loss.item();
  });
  scheduler.step();
  if (step % 30 === 0) console.log(`step ${step}: loss ${loss.toFixed(6)}`);
}

/** The most likely letter each time; the state goes on, so that each letter is read once. */
function write(begin: string, count: number): string {
  return torch.scope(() =>
    torch.noGrad(() => {
      let [scores, state] = model.forward(torch.tensor([encode(begin)]));
      let text = begin;
      for (let i = 0; i < count; i++) {
        const next = scores.select(1, -1).argmax(-1);
        text += LETTERS[next.item()] ?? '';
        [scores, state] = model.forward(next.unsqueeze(0), state);
      }
      return text;
    }),
  );
}
console.log(write('she', 60));
