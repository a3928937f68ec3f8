/**
 * Mistakes that beginners make, one a row: each is an error whose sentence says what to do, or a warning, or does what was meant.
 * What the compiler finds is in test/types; here they come from JavaScript.
 */
import * as torch from '../../lib/index';
import { type Tensor, data, nn, optim } from '../../lib/index';

/** Whatever JavaScript passes. */
const any = (value: unknown): never => value as never;
const loose = (object: object): Record<string, (...args: unknown[]) => unknown> => object as never;

type Row = readonly [mistake: string, body: () => unknown, code: string, sentence: RegExp];

const F = nn.functional;
const [scores, labels] = [torch.randn([2, 3]), torch.tensor([0, 2])];
const weights = (): Tensor => torch.ones([2], { requiresGrad: true });
const samplesOf = <T>(...items: T[]): data.DataLoader<data.Dataset<T>> =>
  new data.DataLoader(items as never, { batchSize: items.length }) as never;

const ROWS: readonly Row[] = [
  // What was forgotten.
  [
    'a forgotten await, before a loss',
    () => new nn.MSELoss().forward(any(new nn.Linear(2, 1).forwardAsync(torch.ones([1, 2]))), torch.ones([1, 1])),
    'ERR_TORCH_TYPE',
    /expected a Tensor, got Promise; await it first/,
  ],
  [
    'a forgotten await, before loadStateDict',
    () => new nn.Linear(2, 1).loadStateDict(any(Promise.resolve({}))),
    'ERR_TORCH_TYPE',
    /should be a state dict, .*got a Promise/,
  ],
  [
    'a forgotten target',
    () => loose(new nn.CrossEntropyLoss())['forward']!(scores),
    'ERR_TORCH_TYPE',
    /CrossEntropyLoss.forward\(\) misses 'target'/,
  ],
  [
    'a forgotten forward',
    () => loose(new (class Net extends nn.Module {})())['forward']!(scores),
    'ERR_TORCH_NOT_IMPLEMENTED',
    /Module \[Net\] is missing the required "forward" function/,
  ],
  [
    'a forgotten dim of softmax',
    () => loose(scores)['softmax']!(),
    'ERR_TORCH_TYPE',
    /softmax\(\) misses argument 'dim'/,
  ],
  [
    'forgotten parentheses of parameters',
    () => new optim.SGD(any(Reflect.get(new nn.Linear(1, 1), 'parameters')), { lr: 0.1 }),
    'ERR_TORCH_TYPE',
    /iterable of Tensors or groups, but got function/,
  ],
  [
    'a second backward',
    () => {
      const loss = weights().exp().sum();
      loss.backward();
      loss.backward();
    },
    'ERR_TORCH_AUTOGRAD',
    /backward through the graph a second time.*retainGraph: true/,
  ],
  ['backward of a vector', () => weights().mul(2).backward(), 'ERR_TORCH_AUTOGRAD', /only for scalar outputs/],
  [
    'backward without a graph',
    () => torch.noGrad(() => weights().sum()).backward(),
    'ERR_TORCH_AUTOGRAD',
    /does not require grad/,
  ],
  ['an optimizer without parameters', () => new optim.SGD([], { lr: 0.1 }), 'ERR_TORCH_TYPE', /empty parameter list/],

  // Labels.
  [
    'labels as floating point numbers',
    () => new nn.CrossEntropyLoss().forward(scores, labels.to(torch.float32)),
    'ERR_TORCH',
    /labels are the numbers of classes: use target.to\(torch.int64\)\n {2}in CrossEntropyLoss/,
  ],
  [
    'the same, by the function',
    () => F.nllLoss(scores, labels.to(torch.float64)),
    'ERR_TORCH',
    /labels are the numbers of classes: use target.to\(torch.int64\)/,
  ],
  [
    'labels as an array',
    () => new nn.CrossEntropyLoss().forward(scores, any([0, 2])),
    'ERR_TORCH_TYPE',
    /'target': expected a Tensor, got an array of integer 0; use torch.tensor/,
  ],
  [
    'labels from 1 on',
    () => new nn.CrossEntropyLoss().forward(scores, labels.add(1)),
    'ERR_TORCH_INDEX',
    /Target 3 is out of bounds: labels have to lie in \[0, 3\)/,
  ],
  [
    'labels in a column',
    () => new nn.CrossEntropyLoss().forward(scores, labels.unsqueeze(1)),
    'ERR_TORCH',
    /0D or 1D target tensor expected, multi-target not supported/,
  ],
  [
    'labels of another batch',
    () => new nn.CrossEntropyLoss().forward(scores, torch.tensor([1])),
    'ERR_TORCH_VALUE',
    /batch_size \(2\) to match target batch_size \(1\)/,
  ],
  [
    'scores for BCELoss',
    () => F.binaryCrossEntropy(torch.tensor([-1.5, 2]), torch.tensor([0.5, 1])),
    'ERR_TORCH',
    /should be between 0 and 1/,
  ],
  [
    'whole numbers for BCELoss',
    () => F.binaryCrossEntropy(torch.rand([2]), torch.tensor([0, 1])),
    'ERR_TORCH',
    /use torch.tensor\(…, \{ dtype: torch.float32 \}\)/,
  ],

  // Shapes and dtypes.
  [
    'another width',
    () => new nn.Linear(4, 2).forward(scores),
    'ERR_TORCH',
    /2x3 and 4x2\)\n {2}in Linear: weight \[2, 4\], bias \[2\]; given \[2, 3\]/,
  ],
  [
    'whole numbers as input',
    () => new nn.Linear(2, 2).forward(torch.tensor([[1, 2]])),
    'ERR_TORCH',
    /use torch.tensor\(…, \{ dtype: torch.float32 \}\)/,
  ],
  [
    'a picture without its channels',
    () => new nn.Conv2d(3, 2, 3).forward(torch.ones([8, 8])),
    'ERR_TORCH',
    /Expected 3D \(unbatched\) or 4D \(batched\).*\[8, 8\]/,
  ],
  [
    'channels last',
    () => new nn.Conv2d(3, 2, 3).forward(torch.ones([1, 8, 8, 3])),
    'ERR_TORCH',
    /to have 3 channels, but got 8 channels instead/,
  ],
  [
    'a sequence without time and batch',
    () => new nn.GRU(4, 2).forward(torch.ones([4])),
    'ERR_TORCH_VALUE',
    /^GRU: Expected input to be 2D or 3D, got 1D instead/,
  ],
  [
    'a state without the batch',
    () => new nn.LSTM(4, 2).forward(torch.ones([1, 3, 4]), [torch.ones([1, 2]), torch.ones([1, 2])]),
    'ERR_TORCH',
    /For batched 3-D input, hx should also be 3-D but got 2-D/,
  ],
  [
    'batch norm of one sample',
    () => new nn.BatchNorm1d(4).forward(torch.ones([1, 4])),
    'ERR_TORCH_VALUE',
    /Expected more than 1 value per channel when training/,
  ],
  [
    'a word that the vocabulary does not have',
    () => new nn.Embedding(4, 2).forward(torch.tensor([4])),
    'ERR_TORCH_INDEX',
    /index 4 is out of range: the embedding has 4 rows, so indices have to lie in \[0, 4\)/,
  ],
  [
    'words as floating point numbers',
    () => new nn.Embedding(4, 2).forward(torch.ones([1])),
    'ERR_TORCH',
    /'indices' to have one of the following scalar types: Long, Int/,
  ],
  [
    'a ragged array',
    () => torch.tensor([[1, 2], [3]]),
    'ERR_TORCH_TYPE',
    /a ragged array: expected an array of 2 at \[1\]/,
  ],
  ['text', () => torch.tensor(any(['a'])), 'ERR_TORCH_TYPE', /expected a number at \[0\], got the string a/],
  [
    'a row that is not there',
    () => torch.tensor(any([undefined])),
    'ERR_TORCH_TYPE',
    /expected a number at \[0\], got undefined/,
  ],
  [
    'sentences of several lengths in a batch',
    () => [...samplesOf([1, 2], [1])],
    'ERR_TORCH_DATA',
    /of unequal lengths use data.padCollate/,
  ],
  [
    'tensors of several lengths in a batch',
    () => [...samplesOf(torch.ones([2]), torch.ones([3]))],
    'ERR_TORCH_DATA',
    /of unequal lengths use data.padCollate/,
  ],
  [
    'inputs and labels of several lengths',
    () => new data.TensorDataset(torch.ones([3]), torch.ones([2])),
    'ERR_TORCH_VALUE',
    /their first extents are 3, 2/,
  ],
  ['a view of transposed memory', () => torch.ones([2, 3]).t().view(6), 'ERR_TORCH', /Use .reshape\(...\) instead/],
  [
    'the mean of whole numbers',
    () => torch.tensor([1, 2]).mean(),
    'ERR_TORCH',
    /must be either a floating point or complex dtype. Got: Long/,
  ],
  ['item of several', () => scores.item(), 'ERR_TORCH_TYPE', /a Tensor with 6 elements cannot be converted to Scalar/],

  // Modules.
  [
    'a linear layer after an LSTM',
    () => loose(new nn.Sequential(new nn.LSTM(2, 3), new nn.Linear(3, 1)))['forward']!(torch.ones([1, 2, 2])),
    'ERR_TORCH_TYPE',
    /Linear.forward: expected a Tensor, got an array of Tensor.*\n {2}in 1 \(Linear\)/,
  ],
  [
    'layers in an array',
    () =>
      new (class Net extends nn.Module {
        readonly layers = [new nn.Linear(2, 2)];
      })().parameters(),
    'ERR_TORCH_TYPE',
    /Net.layers is a plain array of modules.*use new nn.ModuleList/,
  ],
  ['a tensor in a chain', () => new nn.Sequential(any(scores)), 'ERR_TORCH_TYPE', /a Tensor is not a Module/],
  [
    'an array of layers for a chain',
    () => new nn.Sequential(any([new nn.ReLU()])),
    'ERR_TORCH_TYPE',
    /is not a Module/,
  ],
  ['a number in a chain', () => new nn.Sequential(any(5)), 'ERR_TORCH_TYPE', /5 is not a Module/],
  ['a class in a chain', () => new nn.Sequential(any(nn.ReLU)), 'ERR_TORCH_TYPE', /a function is not a Module/],
  [
    'the model instead of its parameters',
    () => new optim.Adam(any(new nn.Linear(1, 1))),
    'ERR_TORCH_TYPE',
    /iterable of Tensors or groups, but got Linear/,
  ],
  [
    'the model instead of its state',
    () => new nn.Linear(2, 1).loadStateDict(any(new nn.Linear(2, 1))),
    'ERR_TORCH_TYPE',
    /should be a state dict, .*got a Linear/,
  ],
  [
    'weights of another model',
    () => new nn.Linear(2, 1).loadStateDict({ weight: torch.ones([1, 3]), bias: torch.ones([1]) }),
    'ERR_TORCH_STATE_DICT',
    /size mismatch for weight/,
  ],
  [
    'a slip in an option',
    () => new optim.SGD(new nn.Linear(1, 1).parameters(), any({ learningRate: 0.1 })),
    'ERR_TORCH_TYPE',
    /unknown option 'learningRate'; it has params, lr/,
  ],

  // Where JavaScript is another language.
  [
    'x.to("gpu")',
    () => scores.to(any('gpu')),
    'ERR_TORCH',
    /Expected one of cpu, cuda, .*device string: gpu: did you mean 'cuda'\?/,
  ],
  ['x.to("gpu:0")', () => scores.to(any('gpu:0')), 'ERR_TORCH', /device string: gpu: did you mean 'cuda'\?/],
  ['zeros on "CUDA"', () => torch.zeros([2], { device: any('CUDA') }), 'ERR_TORCH', /did you mean 'cuda'\?/],
  ['a device that there is not', () => new torch.Device('gpu'), 'ERR_TORCH', /^Expected .*gpu: did you mean 'cuda'\?$/],
  ['a device of another maker', () => new torch.Device('tensorcore'), 'ERR_TORCH', /device string: tensorcore$/],
  [
    'operators on tensors',
    () => (scores as never as number) + (scores as never as number),
    'ERR_TORCH_TYPE',
    /operators do not work on tensors: use methods, such as a.add\(b\)/,
  ],
  ['a comparison of tensors', () => scores > scores, 'ERR_TORCH_TYPE', /a.lt\(b\) for a < b/],
  ['scope(async …)', () => torch.scope(any(async () => scores.sum())), 'ERR_TORCH_TYPE', /torch.scope is synchronous/],
  [
    'noGrad(async …)',
    () => torch.noGrad(any(async () => scores.sum())),
    'ERR_TORCH_TYPE',
    /torch.noGrad is synchronous.*torch.noGradAsync\(\)/,
  ],
  [
    'a tensor after its scope',
    () => {
      const kept: Tensor[] = [];
      torch.scope(() => {
        kept.push(torch.ones([2]));
      });
      kept[0]?.sum();
    },
    'ERR_TORCH_DISPOSED',
    /has been disposed/,
  ],
  [
    'a parameter changed in place',
    () => weights().add_(1),
    'ERR_TORCH',
    /a leaf Variable that requires grad is being used in an in-place operation/,
  ],
];

test.each(ROWS)('%s', (_mistake, body, code, sentence) => {
  expect(body).toThrow(expect.objectContaining({ code, message: expect.stringMatching(sentence) as string }) as never);
});

test('each is another mistake', () => {
  expect(new Set(ROWS.map(([mistake]) => mistake)).size).toBe(ROWS.length);
  expect(ROWS.length).toBeGreaterThan(50);
});

test('a Device lists the types of devices that libtorch lists', () => {
  const listed = (body: () => unknown): string => {
    try {
      body();
    } catch (error) {
      return /Expected one of .* device type/.exec((error as Error).message)?.[0] ?? '';
    }
    return '';
  };
  const own = listed(() => new torch.Device('tensorcore'));
  expect(own).toMatch(/^Expected one of cpu, cuda, /);
  expect(own).toBe(listed(() => scores.to(any('tensorcore'))));
});
