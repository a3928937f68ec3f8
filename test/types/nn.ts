/** Types of `torch.nn` that the compiler checks (npm run typecheck); this file never runs. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { same } from './same';

declare const x: Tensor;

class Net extends nn.Module {
  readonly hidden = new nn.Linear(4, 8);
  readonly heads = new nn.ModuleDict({ spam: new nn.Linear(8, 2) });

  override forward(input: Tensor): [Tensor, number] {
    return [this.heads.get('spam').forward(this.hidden.forward(input)), 1];
  }
}

export function modules(): void {
  const net = new Net();
  const _output = net.forward(x);
  same<typeof _output, [Tensor, number]>(true);
  const _self = net.train().to('cpu', torch.float64).double();
  same<typeof _self, Net>(true);
  const _parameters = net.parameters();
  same<typeof _parameters, nn.Parameter[]>(true);
  const _named = net.namedModules();
  same<typeof _named, [name: string, module: nn.Module][]>(true);
  const _copy = nn.deepCopy(net);
  same<typeof _copy, Net>(true);
  const _keys = net.loadStateDict(net.stateDict(), { strict: false });
  same<typeof _keys, nn.IncompatibleKeys>(true);
}

export function layers(): void {
  const _linear = new nn.Linear(2, 3, { bias: false }).forward(x);
  same<typeof _linear, Tensor>(true);
  const [_sequence, [_h, _c]] = new nn.LSTM(2, 3).forward(x);
  same<typeof _sequence, Tensor>(true);
  same<typeof _h, Tensor>(true);
  same<typeof _c, Tensor>(true);
  const _later = new nn.GRU(2, 3).forwardAsync(x);
  same<typeof _later, Promise<[output: Tensor, h: Tensor]>>(true);
  new nn.MaxPool2d(2, { stride: 1 }).forward(x);
  new nn.Dropout(0.2).forward(x);
  new nn.LazyConv2d(8, 3, { padding: 1 }).forward(x);
  new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU());
  new nn.Sequential({ first: new nn.Linear(2, 3) });
}

export function chains(): void {
  const chain = new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU(), new nn.LSTM(3, 4));
  const [_first, _last, _other] = [chain.at(0), chain.at(-1), chain.at(Number('1'))];
  same<typeof _first, nn.Linear>(true);
  same<typeof _last, nn.LSTM>(true);
  same<typeof _other, nn.Linear | nn.ReLU | nn.LSTM>(true);
  const [_sequence] = chain.forward(x);
  same<typeof _sequence, Tensor>(true);
  const _any: nn.Sequential = new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU());
  // @ts-expect-error -- this chain does not return a tensor
  const _chain: nn.Sequential = chain;
  const _output = new nn.Sequential(new nn.Embedding(5, 2), new nn.Flatten(), new nn.Linear(2, 3)).forward(x);
  same<typeof _output, Tensor>(true);
  const layers: nn.Module[] = [];
  const _unknown = new nn.Sequential(...layers, new nn.Linear(2, 3)).forward(x);
  same<typeof _unknown, Tensor>(true);
  const _named = new nn.Sequential({ a: new nn.Linear(2, 3) });
  same<typeof _named, nn.Sequential>(true);
  const nested = new nn.Sequential(new nn.Sequential(new nn.Linear(2, 3), new nn.Tanh()), new nn.Linear(3, 1));
  const _inner = nested.at(0).at(1);
  same<typeof _inner, nn.Tanh>(true);
}

/** What a field declares may be registered. */
class Normed extends nn.Module {
  declare readonly mean: Tensor;
  scale: Tensor = torch.ones([2]);
  weight = new nn.Parameter(torch.ones([2]));

  constructor() {
    super();
    this.registerBuffer('mean', torch.zeros([2]));
    this.registerBuffer('scale', this.scale);
    this.registerParameter('weight', this.weight);
  }

  override forward(input: Tensor): Tensor {
    return input.sub(this.mean).mul(this.scale).mul(this.weight);
  }
}

export function hooks(): void {
  new Normed().registerForwardHook((module, [input], output) => {
    void [module, input, output];
    same<typeof module, Normed>(true);
    same<typeof input, Tensor>(true);
    same<typeof output, Tensor>(true);
  });
  new nn.LSTM(2, 3).registerForwardPreHook((module, [input, state]) => {
    same<typeof module, nn.LSTM>(true);
    same<typeof input, Tensor>(true);
    return [input, state];
  });
  new nn.Linear(2, 3).registerFullBackwardHook(({ inFeatures }) => void (inFeatures satisfies number));
  const some: nn.Module = new Normed();
  some.registerForwardHook((module, inputs, output) => {
    void [module, inputs, output];
    same<typeof module, nn.Module>(true);
    same<typeof inputs, unknown[]>(true);
    same<typeof output, unknown>(true);
  });
  const hook: nn.ForwardHook = (module, inputs) => console.log(String(module), inputs.length);
  new Normed().registerForwardHook(hook);
}

export function containers(): void {
  const _first = new nn.ModuleList([new nn.Linear(1, 1)]).at(0);
  same<typeof _first, nn.Linear>(true);
  const _weight = new nn.ParameterList([x]).at(0);
  same<typeof _weight, nn.Parameter>(true);
  const _mixed = new nn.ParameterList([x, 5, 'text']).at(0);
  same<typeof _mixed, nn.Parameter | number | string>(true);
  const _named = new nn.ParameterDict({ a: x }).get('a');
  same<typeof _named, nn.Parameter>(true);
}

export function functions(): void {
  const F = nn.functional;
  const _loss = F.crossEntropy(x, x, { labelSmoothing: 0.1 });
  same<typeof _loss, Tensor>(true);
  const [_output, _indices] = F.maxPool2dWithIndices(x, 2);
  same<typeof _indices, Tensor>(true);
  F.conv2d(x, x, null, 1, 'same');
  nn.init.kaimingUniform_(x, { nonlinearity: 'relu' });
}

export function choices(isLong: boolean): void {
  // What one chooses among can be called: there is one signature each.
  new (isLong ? nn.LSTM : nn.GRU)(2, 3, { batchFirst: true });
  new (isLong ? nn.ReLU : nn.GELU)();
  (isLong ? nn.functional.relu : nn.functional.gelu)(x);
  const _alone = (isLong ? nn.functional.mseLoss : nn.functional.crossEntropy)(x, x);
  same<typeof _alone, Tensor>(true);
  nn.functional.maxPool2d(x, { kernelSize: 2, stride: 1 });
  nn.functional.dropout(x, 0.5, { training: false });
}

export function mistakes(): void {
  // @ts-expect-error -- a Linear does not take what an LSTM returns
  new nn.Sequential(new nn.LSTM(2, 3), new nn.Linear(3, 1)).forward(x);
  // @ts-expect-error -- a target is needed
  nn.functional.crossEntropy(x);
  // @ts-expect-error -- a target is needed
  new nn.CrossEntropyLoss().forward(x);
  // @ts-expect-error -- labels are a tensor
  new nn.CrossEntropyLoss().forward(x, [0, 1]);
  // @ts-expect-error -- it is not awaited
  new nn.MSELoss().forward(new nn.Linear(2, 1).forwardAsync(x), x);
  // @ts-expect-error -- it is not awaited
  new nn.Linear(2, 1).loadStateDict(torch.loadAsync('model.pt'));
  // @ts-expect-error -- a model is called by forward
  new nn.Linear(2, 1)(x);
  // @ts-expect-error -- a module is made with new
  nn.Linear(2, 1);
  // @ts-expect-error -- the model itself is no state dict
  new nn.Linear(2, 1).loadStateDict(new nn.Linear(2, 1));
  // @ts-expect-error -- modules are given one after the other
  new nn.Sequential([new nn.ReLU()]);
  // @ts-expect-error -- no such device
  new nn.Linear(2, 1).to('gpu');
  // @ts-expect-error -- two gradients, and no third
  new nn.Linear(2, 3).registerFullBackwardHook((_module, [a], [b], c) => console.log(a, b, c));
  // @ts-expect-error -- a boolean stands where a number is expected
  nn.functional.softplus(x, true);
  // @ts-expect-error -- sizes are needed
  new nn.Linear(2);
  // @ts-expect-error -- a slip in the name of an option
  new nn.Linear(2, 3, { biass: false });
  // @ts-expect-error -- a kernel is a number or a list of them
  new nn.MaxPool2d('2');
  // @ts-expect-error -- p is a number
  new nn.Dropout('0.5');
  // @ts-expect-error -- modules only
  new nn.ModuleList([x]);
  // @ts-expect-error -- not a reduction
  new nn.MSELoss({ reduction: 'average' });
  // @ts-expect-error -- the input is a tensor
  nn.functional.relu(1);
  // @ts-expect-error -- a parameter is made of a tensor
  new nn.Parameter(1);
  // @ts-expect-error -- no such nonlinearity
  nn.init.calculateGain('cube');
}
