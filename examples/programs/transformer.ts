/** A transformer under autocast to bfloat16: which of four marks stands most often in a sequence? */
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';

const [MARKS, LENGTH, COUNT, WIDTH] = [4, 10, 256, 32];

class Majority extends nn.Module {
  readonly embedding = new nn.Embedding(MARKS, WIDTH);
  readonly positions = new nn.Parameter(torch.zeros([LENGTH, WIDTH]));
  readonly encoder: nn.TransformerEncoder;
  readonly output = new nn.Linear(WIDTH, MARKS);

  constructor() {
    super();
    const layer = new nn.TransformerEncoderLayer(WIDTH, 4, { dimFeedforward: 64, dropout: 0, batchFirst: true });
    this.encoder = new nn.TransformerEncoder(layer, 2);
  }

  override forward(marks: Tensor): Tensor {
    const states = this.encoder.forward(this.embedding.forward(marks).add(this.positions));
    return this.output.forward(states.mean(1));
  }
}

torch.manualSeed(0);
const marks = torch.randint(0, MARKS, [COUNT, LENGTH]);
const most = nn.functional.oneHot(marks, MARKS).sum(1).argmax(1);
const model = new Majority();
const optimizer = new optim.Adam(model.parameters(), { lr: 0.003 });
for (let step = 1; step <= 60; step++) {
  const loss = torch.scope(() => {
    optimizer.zeroGrad();
    const loss = torch.amp.autocast('cpu', { dtype: torch.bfloat16 }, () =>
      nn.functional.crossEntropy(model.forward(marks), most),
    );
    loss.backward();
    optimizer.step();
    return loss.item();
  });
  if (step % 15 === 0) console.log(`step ${step}: loss ${loss.toFixed(6)}`);
}
