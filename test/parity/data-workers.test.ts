/** What workers draw, and in which order batches come, beside Python's worker processes. */
import path from 'node:path';
import { data, manualSeed, type Tensor } from '../../lib/index';
import { drawSeed } from '../../lib/data/draw';
import { expectBitEqual, runPython } from '../support/python';

const SCRIPT = `
from torch.utils.data import DataLoader, Dataset, IterableDataset, get_worker_info

class Noise(Dataset):
    def __len__(self): return 10
    def __getitem__(self, i):
        drawn = [torch.rand(2), torch.randn(2), torch.randint(0, 1000, (3,)), torch.randperm(5),
            torch.bernoulli(torch.full((4,), 0.5)), torch.normal(0., 1., (2,)), torch.randn_like(torch.ones(2)),
            torch.multinomial(torch.ones(4), 3), torch.zeros(3).normal_()]
        return [i, str(get_worker_info().seed), str(torch.initial_seed()), *drawn]

# Each mode of vmap, and that a generator of its own is another's.
class Mapped(Dataset):
    calls = [lambda a: torch.rand_like(a), lambda a: torch.randn_like(torch.ones(20)), lambda a: torch.randint_like(a, 99),
        lambda a: torch.randint_like(a, 9, 99), lambda a: torch.randn(20), lambda a: torch.randperm(5),
        lambda a: a.clone().uniform_(), lambda a: a + torch.bernoulli(torch.full((20,), 0.5)),
        lambda a: torch.randn_like(a, generator=torch.Generator().manual_seed(4))]
    def __len__(self): return 4
    def draw(self, call, randomness):
        try: return torch.func.vmap(call, randomness=randomness)(torch.ones(3, 20))
        except RuntimeError as error: return str(error)
    def __getitem__(self, i):
        return [i, *[self.draw(call, mode) for mode in ('error', 'same', 'different') for call in self.calls]]

class Stream(IterableDataset):
    def __iter__(self):
        info = get_worker_info()
        for i in range(info.id, 9, info.num_workers): yield [i, torch.rand(2)]

def seed(): return str(torch.empty((), dtype=torch.int64).random_().item())

def epochs(dataset, count, **options):
    torch.manual_seed(11)
    loader = DataLoader(dataset, num_workers=2, **options)
    result = [list(loader) for _ in range(count)]
    return [result, seed()]

output = {
    'fresh': epochs(Noise(), 2, batch_size=3, shuffle=True),
    'persistent': epochs(Noise(), 3, batch_size=3, shuffle=True, persistent_workers=True),
    'stream': epochs(Stream(), 2, batch_size=2),
    'one by one': epochs(Noise(), 1, batch_size=None),
    'mapped': epochs(Mapped(), 1, batch_size=None),
}
`;

type Batch = readonly [Tensor, ...unknown[]];

const module_ = path.join(__dirname, 'random-worker.cjs');
const execArgv = ['--require', path.join(__dirname, '../support/register-ts.cjs')];

let python: Record<string, readonly [Batch[][], string]>;
beforeAll(() => {
  python = runPython(SCRIPT);
});

function expectSame(actual: unknown, expected: unknown, label: string): void {
  if (Array.isArray(expected)) {
    expect(actual).toHaveLength(expected.length);
    expected.forEach((item, i) => expectSame((actual as unknown[])[i], item, `${label}[${i}]`));
  } else if (typeof expected === 'object') expectBitEqual(actual as Tensor, expected as Tensor, label);
  else expect(actual).toBe(expected);
}

test.each([
  ['fresh', { batchSize: 3, shuffle: true }, 2],
  ['persistent', { batchSize: 3, shuffle: true, persistentWorkers: true }, 3],
  ['stream', { batchSize: 2 }, 2],
  ['one by one', { batchSize: null }, 1],
  ['mapped', { batchSize: null }, 1],
] as const)('%s: every number that two workers draw, and every batch, is Python’s', (name, options, count) => {
  const kind = name === 'stream' || name === 'mapped' ? name : 'noise';
  const length = { stream: null, mapped: 4, noise: 10 }[kind];
  const dataset = new data.WorkerDataset<unknown[]>(
    module_,
    { kind },
    { execArgv, ...(length === null ? {} : { length }) },
  );
  manualSeed(11);
  const loader = new data.DataLoader(dataset, { numWorkers: 2, ...options });
  const [batches, next] = python[name]!;
  for (let epoch = 0; epoch < count; epoch++) expectSame([...loader], batches[epoch], `${name}, epoch ${epoch}`);
  expect(String(drawSeed(null))).toBe(next);
  loader.close();
});
