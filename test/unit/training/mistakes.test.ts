/** Mistakes that beginners make with a Trainer: each ends the run by an error that says what to do, or is a warning. */
import * as torch from '../../../lib/index';
import { type Tensor, data, nn, optim, training } from '../../../lib/index';

/** Whatever JavaScript passes. */
const any = (value: unknown): never => value as never;
const loose = (object: object): Record<string, (...args: unknown[]) => unknown> => object as never;
const F = nn.functional;

const [x, y] = [torch.randn([8, 4]), torch.randint(0, 2, [8])];
const loaderOf = (...tensors: Tensor[]): data.DataLoader<Tensor[]> =>
  new data.DataLoader(new data.TensorDataset(...tensors), { batchSize: 4 });

interface Trial {
  readonly model?: nn.Module;
  readonly loader?: unknown;
  readonly options?: (model: nn.Module) => object;
}

/** The warnings of a run, or the error that ended it. */
async function outcome({ model = new nn.Linear(4, 2), loader = loaderOf(x, y), options }: Trial): Promise<string> {
  try {
    const trainer = new training.Trainer({
      ...{ model, loss: new nn.CrossEntropyLoss(), maxEpochs: 1 },
      optimizer: new optim.SGD(model.parameters(), { lr: 0.1 }),
      ...options?.(model),
    });
    const warnings: string[] = [];
    for await (const event of trainer.fit(any(loader))) if (event.type === 'warning') warnings.push(event.message);
    return `warnings: ${warnings.join('; ')}`;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message}`;
  }
}

const criterion = new nn.CrossEntropyLoss();
const lossOf = (model: nn.Module, [input, target]: readonly Tensor[]): Tensor =>
  criterion.forward(loose(model)['forward']!(input) as Tensor, target!);

class Net extends nn.Module {
  readonly unused = new nn.Linear(4, 4);
  readonly out = new nn.Linear(4, 2);
  override forward(input: Tensor): Tensor {
    return this.out.forward(input);
  }
}
class Silent extends Net {
  override forward(input: Tensor): Tensor {
    super.forward(input);
    return undefined as never;
  }
}
class Hidden extends nn.Module {
  readonly #layer = new nn.Linear(4, 4);
  readonly out = new nn.Linear(4, 2);
  override forward(input: Tensor): Tensor {
    return this.out.forward(this.#layer.forward(input));
  }
}

test.each<readonly [mistake: string, trial: () => Trial, sentence: RegExp]>([
  ['no mistake', () => ({}), /^warnings: $/],
  [
    'softmax before CrossEntropyLoss',
    () => ({ model: new nn.Sequential(new nn.Linear(4, 2), new nn.Softmax(1)) }),
    /^warnings: CrossEntropyLoss expects raw scores, but the outputs are probabilities/,
  ],
  [
    'scores for NLLLoss',
    () => ({ options: () => ({ loss: new nn.NLLLoss() }) }),
    /^ERR_TRAINING_CHECK: NLLLoss expects log-probabilities/,
  ],
  [
    'a wrapper in training mode around layers in eval mode',
    () => ({ model: new nn.Sequential(new nn.Linear(4, 2).eval()) }),
    /^warnings: the model is in training mode, but all modules in it are in eval mode: call model.train\(\) once more$/,
  ],
  [
    'a model that was left in eval mode',
    () => ({ model: new nn.Linear(4, 2).eval() }),
    /^ERR_TRAINING_CHECK: the model is in eval mode.*call model.train\(\)/,
  ],
  [
    'another model’s optimizer',
    () => ({ options: () => ({ optimizer: new optim.SGD(new Net().parameters()) }) }),
    /^ERR_TRAINING_CHECK: .*make it from model.parameters\(\)/,
  ],
  [
    'labels from 1 on',
    () => ({ loader: loaderOf(x, y.add(1)) }),
    /^ERR_TRAINING_CHECK: label 2 is outside of \[0, 2\)/,
  ],
  [
    'labels as floating point numbers',
    () => ({ loader: loaderOf(x, y.to(torch.float32)) }),
    /^ERR_TORCH: .*Float\n.*use target.to\(torch.int64\)/,
  ],
  [
    'a loss that broadcasts',
    () => ({
      model: new nn.Linear(4, 1),
      loader: loaderOf(x, torch.randn([8])),
      options: () => ({ loss: F.mseLoss }),
    }),
    /^warnings: the output is \[4, 1\] and the target \[4\]: the loss broadcasts/,
  ],
  ['inputs of another dtype', () => ({ loader: loaderOf(x.to(torch.float64), y) }), /^ERR_TORCH: .*Double and Float/],
  [
    'a layer that is not used',
    () => ({ model: new Net() }),
    /^warnings: these parameters got no gradient: unused.weight, unused.bias/,
  ],
  [
    'a layer in a #private field',
    () => ({ model: new Hidden() }),
    /^warnings: Hidden.#layer holds a Linear, which is not found/,
  ],
  [
    'a forward without return',
    () => ({ model: new Silent() }),
    /^ERR_TORCH_TYPE: Trainer: the model returned undefined, no Tensor/,
  ],
  [
    'a step without return',
    () => ({ options: () => ({ trainingStep: () => undefined }) }),
    /^ERR_TORCH_TYPE: Trainer: trainingStep should return a loss .*got undefined/,
  ],
  [
    'an async step',
    () => ({ options: (model) => ({ trainingStep: async (batch: Tensor[]) => lossOf(model, batch) }) }),
    /^ERR_TORCH_TYPE: Trainer: trainingStep should return a loss .*got a Promise/,
  ],
  [
    'a step that returns loss.item()',
    () => ({ options: (model) => ({ trainingStep: (batch: Tensor[]) => lossOf(model, batch).item() }) }),
    /^ERR_TORCH_TYPE: Trainer: trainingStep should return a loss .*got \d/,
  ],
  [
    'a step that returns the output',
    () => ({ options: (model) => ({ trainingStep: ([input]: Tensor[]) => loose(model)['forward']!(input) }) }),
    /^ERR_TORCH_TYPE: Trainer: the loss should be one number, got a Tensor \[4, 2\]/,
  ],
  [
    'a step that detaches',
    () => ({ options: (model) => ({ trainingStep: (batch: Tensor[]) => lossOf(model, batch).detach() }) }),
    /^ERR_TRAINING_CHECK: the loss that trainingStep returned does not require grad: it was cut off .*by detach\(\)/,
  ],
  [
    'a loss of one’s own that makes a new tensor',
    () => ({ options: () => ({ loss: (output: Tensor) => torch.tensor(output.mean().item()) }) }),
    /^ERR_TRAINING_CHECK: the loss does not require grad: it was cut off .*torch.tensor\(…\): compute it/,
  ],
  [
    'a model that is frozen as a whole',
    () => ({ model: new nn.Linear(4, 2).requiresGrad_(false) }),
    /^ERR_TRAINING_CHECK: the loss does not require grad: no parameter of the model requires grad/,
  ],
  [
    'the class of a loss',
    () => ({ options: () => ({ loss: nn.MSELoss }) }),
    /^ERR_TORCH_TYPE: .*'loss' should be a module \(made with `new`\)/,
  ],
  [
    'neither a loss nor a step',
    () => ({ options: () => ({ loss: undefined }) }),
    /^ERR_TORCH_TYPE: .*give a loss or a trainingStep/,
  ],
  [
    'a slip in an option',
    () => ({ options: () => ({ epochs: 3 }) }),
    /^ERR_TORCH_TYPE: Trainer\(\) got an unknown option 'epochs'/,
  ],
  [
    'a dataset instead of a loader',
    () => ({ loader: new data.TensorDataset(x, y) }),
    /^ERR_TORCH_TYPE: Trainer: expected a DataLoader, .*got a TensorDataset/,
  ],
  ['no data', () => ({ loader: [] }), /^ERR_TRAINING_NO_BATCHES: the loader gave no batches/],
  [
    'a loss that explodes',
    () => ({ loader: loaderOf(x.mul(1e30), x), model: new nn.Linear(4, 4), options: () => ({ loss: F.mseLoss }) }),
    /^ERR_TRAINING_NAN: the loss is Infinity at step 0/,
  ],
])('%s', async (_mistake, trial, sentence) => {
  expect(await outcome(trial())).toMatch(sentence);
});

test('a forgotten zeroGrad cannot happen, and does by hand', async () => {
  const model = new nn.Linear(4, 2);
  const twice = (): number => {
    lossOf(model, [x, y]).backward();
    return model.weight.grad!.norm().item();
  };
  const [first, second] = [twice(), twice()];
  expect(second / first).toBeCloseTo(2, 4);
  const copy = new nn.Linear(4, 2);
  copy.loadStateDict(model.stateDict());
  const batch: [Tensor, Tensor] = [x, y];
  const optimizer = new optim.SGD(copy.parameters(), { lr: 1 });
  await new training.Trainer({ model: copy, loss: criterion, optimizer, maxSteps: 1 }).fit([batch]);
  expect(model.weight.sub(copy.weight).norm().item()).toBeCloseTo(first, 4);
});
