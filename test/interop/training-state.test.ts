import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import { nn, optim, type Tensor } from '../../lib/index';
import { runPython } from '../support/python';

const SHARED = `
import torch
from torch import nn
torch.set_num_threads(1)

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(5, 8, batch_first=True)
        self.fc = nn.Linear(8, 2)
    def forward(self, x):
        return nn.functional.log_softmax(self.fc(self.rnn(x)[0][:, -1, :]), 1)

def make(kind):
    net = Net()
    options = dict(lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.01) if kind == "SGD" else dict(lr=0.01, amsgrad=True)
    return net, getattr(torch.optim, kind)(net.parameters(), **options)

def steps(net, optimizer, count):
    losses = []
    for _ in range(count):
        x, y = torch.randn(16, 6, 5), torch.randint(0, 2, (16,))
        optimizer.zero_grad()
        loss = nn.functional.nll_loss(net(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

def save(path, net, optimizer, epoch):
    torch.save({"model": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch, "rng": torch.get_rng_state()}, path)

def resume(path, kind):
    net, optimizer = make(kind)
    checkpoint = torch.load(path, weights_only=True)
    net.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    torch.set_rng_state(checkpoint["rng"])
    return net, optimizer
`;

class Net extends nn.Module {
  readonly rnn = new nn.RNN(5, 8, { batchFirst: true });
  readonly fc = new nn.Linear(8, 2);

  override forward(x: Tensor): Tensor {
    const [out] = this.rnn.forward(x);
    return torch.logSoftmax(this.fc.forward(out.select(1, -1)), 1);
  }
}

type Kind = 'Adam' | 'SGD';

interface Checkpoint {
  readonly model: Record<string, Tensor>;
  readonly optimizer: object;
  readonly epoch: number;
  readonly rng: Tensor;
}

function resume(path: string, kind: Kind): { net: Net; optimizer: optim.Adam | optim.SGD; epoch: number } {
  const net = new Net();
  const optimizer = kind === 'Adam' ? new optim.Adam(net.parameters()) : new optim.SGD(net.parameters());
  const checkpoint = torch.load<Checkpoint>(path);
  net.loadStateDict(checkpoint.model);
  optimizer.loadStateDict(checkpoint.optimizer);
  torch.setRngState(checkpoint.rng);
  return { net, optimizer, epoch: checkpoint.epoch };
}

function steps(net: Net, optimizer: optim.Adam | optim.SGD, count: number): number[] {
  return Array.from({ length: count }, () => {
    const x = torch.randn([16, 6, 5]);
    const y = torch.randint(0, 2, [16]);
    optimizer.zeroGrad();
    const loss = new nn.NLLLoss().forward(net.forward(x), y);
    loss.backward();
    optimizer.step();
    return loss.item() as number;
  });
}

// Both optimizers go through each Python process: starting it is most of the time.
const kinds: readonly Kind[] = ['Adam', 'SGD'];
type Losses = Readonly<Record<Kind, number[]>>;

describe('training that stops and goes on', () => {
  let folder: string;
  let uninterrupted: Losses;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ltn-training-'));
    uninterrupted = runPython<Losses>(
      `${SHARED}
output = {}
for kind in input["kinds"]:
    torch.manual_seed(3)
    net, optimizer = make(kind)
    first = steps(net, optimizer, 2)
    save(f"{input['folder']}/{kind}-2.pt", net, optimizer, 2)
    middle = steps(net, optimizer, 3)
    save(f"{input['folder']}/{kind}-5.pt", net, optimizer, 5)
    output[kind] = first + middle + steps(net, optimizer, 3)
`,
      { kinds, folder },
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(kinds)('with %s has the losses of an uninterrupted run, from Python to here, to the last bit', (kind) => {
    const { net, optimizer, epoch } = resume(join(folder, `${kind}-5.pt`), kind);
    expect(epoch).toBe(5);
    expect(steps(net, optimizer, 3)).toEqual(uninterrupted[kind].slice(5));
  });

  it('has them from Python to here and back to Python', () => {
    for (const kind of kinds) {
      const { net, optimizer } = resume(join(folder, `${kind}-2.pt`), kind);
      expect(steps(net, optimizer, 3)).toEqual(uninterrupted[kind].slice(2, 5));
      const state = { model: net.stateDict(), optimizer: optimizer.stateDict(), epoch: 5, rng: torch.getRngState() };
      torch.save(state, join(folder, `${kind}-node.pt`));
    }
    const answer = runPython<Readonly<Record<Kind, [number[], boolean, boolean]>>>(
      `${SHARED}
output = {}
for kind in input["kinds"]:
    net, optimizer = resume(f"{input['folder']}/{kind}-node.pt", kind)
    ours, theirs = (torch.load(f"{input['folder']}/{kind}-{which}.pt", weights_only=True) for which in ("node", "5"))
    same_groups = ours["optimizer"]["param_groups"] == theirs["optimizer"]["param_groups"]
    same_metadata = ours["model"]._metadata == theirs["model"]._metadata and list(ours["model"]) == list(theirs["model"])
    output[kind] = [steps(net, optimizer, 3), same_groups, same_metadata]
`,
      { kinds, folder },
    );
    for (const kind of kinds) expect(answer[kind]).toEqual([uninterrupted[kind].slice(5), true, true]);
  });
});
