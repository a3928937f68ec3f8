import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flattenStateDict, setElement } from '../../../lib/distributed/checkpoint/nested-dict';
import * as torch from '../../../lib/index';

const { nn, optim } = torch;
const dcp = torch.distributed.checkpoint;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dcp-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const alone = (name: string) => ({ checkpointId: at(name), noDist: true });

/** The error that a call throws. */
function errorOf(body: () => unknown): Error & { code?: string; cause?: unknown } {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not throw');
}

describe('flattening', () => {
  it("gives Python's names and paths", () => {
    const weight = torch.ones([1]);
    const { values, paths } = flattenStateDict({
      a: { b: 1, list: [1, 2], mixed: [weight, { c: 3 }, 4] },
      tuple: Object.freeze([weight]),
      numbers: new Map([[0, { step: 5 }]]) as never,
      empty: {},
      none: null,
    });
    expect([...values.keys()]).toEqual([
      'a.b',
      'a.list',
      'a.mixed.0',
      'a.mixed.1.c',
      'a.mixed.2',
      'tuple',
      'numbers.0.step',
      'none',
    ]);
    expect(paths.get('a.mixed.1.c')).toEqual(['a', 'mixed', 1, 'c']);
    expect(paths.get('numbers.0.step')).toEqual(['numbers', '0', 'step']);
  });

  it('refuses two values of one name and a dict that holds itself', () => {
    expect(() => flattenStateDict({ 'a.b': 1, a: { b: 2 } })).toThrow('duplicated flatten key a.b');
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(() => flattenStateDict(circle)).toThrow('nested too deep');
  });

  it('sets a value where a Map has a number for a key, and never reaches a prototype', () => {
    const state = { state: new Map([[0, { step: 1 }]]) };
    setElement(state, ['state', '0', 'step'], 2);
    expect([...state.state]).toEqual([[0, { step: 2 }]]);
    const plain = {};
    setElement(plain, ['__proto__', 'polluted'], 1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(plain)).toEqual(['__proto__']);
  });
});

describe('a checkpoint of one process', () => {
  it('brings back a model, its optimizer and plain values', () => {
    const [model, other] = [new nn.Linear(3, 2), new nn.Linear(3, 2)];
    const [optimizer, second] = [model, other].map((one) => new optim.Adam(one.parameters(), { lr: 0.1 })) as [
      torch.optim.Adam,
      torch.optim.Adam,
    ];
    model
      .forward(torch.ones([1, 3]))
      .sum()
      .backward();
    optimizer.step();
    const metadata = dcp.save({ model, optimizer, epoch: 3, tags: ['a', 'b'] }, alone('one'));
    expect(readdirSync(at('one')).sort()).toEqual(['.metadata', '__0_0.distcp']);
    expect(metadata.version).toBe('1.0.0');
    expect(metadata.stateDictMetadata.get('model.weight')).toMatchObject({ size: [2, 3] });

    // Its optimizer has no state yet.
    const state = { model: other, optimizer: second, epoch: 0, tags: [] };
    dcp.load(state, alone('one'));
    expect(state).toMatchObject({ epoch: 3, tags: ['a', 'b'] });
    expect(other.weight.equal(model.weight)).toBe(true);
    expect(second.state.get(other.weight)?.['expAvg']).toBeInstanceOf(torch.Tensor);
    const moments = [optimizer.state.get(model.weight), second.state.get(other.weight)];
    expect((moments[0]?.['expAvg'] as torch.Tensor).equal(moments[1]?.['expAvg'] as torch.Tensor)).toBe(true);
  });

  it('writes of a view what it shows, and reads into views in place', () => {
    const big = torch.arange(1000).reshape([10, 100]);
    dcp.save({ part: big.narrow(1, 5, 2).t() }, alone('view'));
    expect(readFileSync(at('view/__0_0.distcp')).length).toBeLessThan(2500);
    const target = torch.zeros([2, 20], { dtype: torch.int64 });
    dcp.load({ part: target.narrow(1, 3, 10) }, alone('view'));
    expect(target.narrow(1, 3, 10).equal(big.narrow(1, 5, 2).t())).toBe(true);
    expect(target.sum().item()).toBe(big.narrow(1, 5, 2).sum().item());
  });

  it('says what is missing and what has another shape, and leaves out what it may', () => {
    dcp.save({ weight: torch.ones([2, 2]) }, alone('small'));
    const missing = errorOf(() => dcp.load({ weight: torch.zeros([2, 2]), bias: torch.zeros([2]) }, alone('small')));
    expect(missing).toBeInstanceOf(dcp.CheckpointException);
    expect(missing.message).toContain('rank 0: Missing key in checkpoint state_dict: bias.');
    const shape = errorOf(() => dcp.load({ weight: torch.zeros([4]) }, alone('small')));
    expect(shape.message).toContain(
      'Size mismatch between saved torch.Size([2, 2]) and current: torch.Size([4]) for weight',
    );
    expect(shape.code).toBe('ERR_TORCH_VALUE');
    expect(errorOf(() => dcp.load({ weight: 5 }, alone('small'))).message).toContain('expected BytesStorageMetadata');
    const state = { weight: torch.zeros([2, 2]), bias: torch.zeros([2]) };
    dcp.load(state, { ...alone('small'), planner: new dcp.DefaultLoadPlanner({ allowPartialLoad: true }) });
    expect(state.weight.sum().item()).toBe(4);
  });

  it('gives tensors without memory some', () => {
    dcp.save({ weight: torch.ones([2, 2]) }, alone('meta'));
    const state = { weight: torch.empty([2, 2], { device: 'meta' }) };
    dcp.load(state, alone('meta'));
    expect(state.weight.device.type).toBe('cpu');
    expect(state.weight.sum().item()).toBe(4);
  });

  it('spreads over files, one for each entry or for each thread', async () => {
    const state = { a: torch.ones([3]), b: torch.ones([5]), c: 1 };
    dcp.save(state, { storageWriter: new dcp.FileSystemWriter(at('each'), false), noDist: true });
    expect(readdirSync(at('each')).length).toBe(4);
    const storageWriter = new dcp.FileSystemWriter(at('two'), { threadCount: 2 });
    await dcp.asyncSave(state, { storageWriter, noDist: true });
    expect(readdirSync(at('two')).sort()).toEqual(['.metadata', '__0_0.distcp', '__0_1.distcp']);
    for (const name of ['each', 'two']) {
      const read = { a: torch.zeros([3]), b: torch.zeros([5]), c: 0 };
      await dcp.loadAsync(read, alone(name));
      expect([read.a.sum().item(), read.b.sum().item(), read.c]).toEqual([3, 5, 1]);
    }
  });

  it('copies before asyncSave returns', async () => {
    const weight = torch.ones([1000]);
    const list = [1, 2];
    const saved = dcp.asyncSave({ weight, list }, alone('staged'));
    weight.fill_(7);
    list.push(3);
    await saved;
    const state = { weight: torch.zeros([1000]), list: [] };
    dcp.load(state, alone('staged'));
    expect([state.weight.sum().item(), state.list]).toEqual([1000, [1, 2]]);
  });

  it('loses .metadata before the first file of an older checkpoint is replaced', () => {
    dcp.save({ weight: torch.ones([2]) }, alone('twice'));
    class Failing extends dcp.DefaultSavePlanner {
      override resolveData(): unknown {
        expect(existsSync(at('twice/.metadata'))).toBe(false);
        throw new Error('the disk is full');
      }
    }
    const error = errorOf(() => dcp.save({ weight: torch.zeros([2]) }, { ...alone('twice'), planner: new Failing() }));
    expect(error.message).toContain("in step 'write'\nrank 0: the disk is full");
    expect(errorOf(() => dcp.load({ weight: torch.zeros([2]) }, alone('twice'))).message).toContain(
      'there is no such file',
    );
  });

  it('keeps an older checkpoint that it must not replace, or whose plan is refused', () => {
    dcp.save({ weight: torch.ones([2]) }, alone('kept'));
    const storageWriter = new dcp.FileSystemWriter(at('kept'), { overwrite: false });
    expect(errorOf(() => dcp.save({ weight: torch.zeros([2]) }, { storageWriter, noDist: true })).message).toContain(
      'Checkpoint already exists',
    );
    const sparse = { weight: torch.ones([2]).toSparse() };
    expect(errorOf(() => dcp.save(sparse, alone('kept'))).message).toContain('torch.sparse_coo; write toDense()');
    const state = { weight: torch.zeros([2]) };
    dcp.load(state, alone('kept'));
    expect(state.weight.sum().item()).toBe(2);
  });

  it('names a value that cannot be saved', () => {
    const error = errorOf(() => dcp.save({ a: { when: new Date(0) } }, alone('date')));
    expect(error.message).toContain('a.when: torch.save: an instance of Date cannot be saved');
    expect(existsSync(at('date/.metadata'))).toBe(false);
  });

  it('refuses a path that is none, a file in its place, and no path', () => {
    expect(() => dcp.save({}, { checkpointId: 's3://bucket/x', noDist: true })).toThrow('is not a folder');
    expect(() => dcp.save({}, { checkpointId: 5 as never, noDist: true })).toThrow('expected the path');
    expect(() => dcp.save({}, { noDist: true })).toThrow('`checkpointId` must be specified');
    expect(() => dcp.save([1] as never, alone('x'))).toThrow(TypeError);
    writeFileSync(at('file'), '');
    expect(errorOf(() => dcp.save({ a: 1 }, alone('file'))).code).toBe('ERR_TORCH_FILE');
    expect(errorOf(() => dcp.load({ a: 1 }, alone('nothing'))).code).toBe('ERR_TORCH_FILE');
  });

  it('lets planners rename and storages of one’s own take over', () => {
    class Renaming extends dcp.DefaultSavePlanner {
      override setUpPlanner(
        ...[state, meta, coordinator]: Parameters<torch.distributed.checkpoint.SavePlanner['setUpPlanner']>
      ) {
        const renamed = Object.entries(Object.fromEntries(state as Map<string, unknown>)).map(([k, v]) => [
          `foo_${k}`,
          v,
        ]);
        super.setUpPlanner(Object.fromEntries(renamed) as Record<string, unknown>, meta, coordinator);
      }
    }
    const metadata = dcp.save({ a: 1 }, { ...alone('renamed'), planner: new Renaming() });
    expect([...metadata.stateDictMetadata.keys()]).toEqual(['foo_a']);
    expect(metadata.stateDictMetadata.get('foo_a')).toBeInstanceOf(dcp.BytesStorageMetadata);
  });

  it('becomes one file and comes back', () => {
    const state = {
      model: { w: torch.arange(6).reshape([2, 3]) },
      list: [torch.ones([1]), { n: 1 }],
      pair: Object.freeze([1, 2.5]),
    };
    dcp.save(state, alone('whole'));
    dcp.dcpToTorchSave(at('whole'), at('whole.pt'));
    const file = torch.load<typeof state>(at('whole.pt'));
    expect(file.model.w.equal(state.model.w)).toBe(true);
    expect([file.list[1], file.pair]).toEqual([{ n: 1 }, [1, 2.5]]);
    dcp.torchSaveToDcp(at('whole.pt'), at('back'));
    const back = { model: { w: torch.zeros([2, 3], { dtype: torch.int64 }) }, pair: null };
    dcp.load(back, alone('back'));
    expect(back.model.w.equal(state.model.w)).toBe(true);
    expect(back.pair).toEqual([1, 2.5]);
  });
});

describe('tensors that files are read into', () => {
  const saved = torch.arange(24, { dtype: torch.float32 }).reshape([4, 6]);

  test.each(['load', 'loadAsync'] as const)('of any layout, dtype and shape: %s', async (load) => {
    dcp.save({ a: saved, b: saved, c: saved, scalar: torch.tensor(2.5), empty: torch.zeros([0, 3]) }, alone('run'));
    const turned = torch.zeros([6, 4]).t();
    const parameter = new nn.Parameter(torch.zeros([4, 6]));
    const state = {
      a: parameter,
      b: turned,
      c: torch.zeros([4, 6], { dtype: torch.float64 }),
      scalar: torch.zeros([]),
      empty: torch.zeros([0, 3]),
    };
    const { a, b, c, scalar } = state;
    scalar.requiresGrad_();
    await dcp[load](state, alone('run'));
    expect([state.a === a, state.b === b, state.c === c, state.scalar === scalar]).toEqual([true, true, true, true]);
    for (const tensor of [a, b, c]) expect(tensor.tolist()).toEqual(saved.tolist());
    expect(turned.isContiguous()).toBe(false);
    expect(scalar.item()).toBe(2.5);
    expect(parameter.requiresGrad).toBe(true);
  });

  test('are known to have changed', () => {
    dcp.save({ a: saved }, alone('run'));
    const a = torch.ones([4, 6], { requiresGrad: true });
    const output = a.mul(a).sum();
    dcp.load({ a }, alone('run'));
    expect(() => output.backward()).toThrow(/modified by an inplace operation/);
  });

  test('may be rows of what was saved, or columns', () => {
    dcp.save({ a: saved }, alone('run'));
    for (const [dim, from] of [
      [0, 1],
      [1, 2],
    ] as const) {
      /** Asks for two rows or columns only. */
      class Part extends dcp.DefaultLoadPlanner {
        override createLocalPlan(): torch.distributed.checkpoint.LoadPlan {
          const { items } = super.createLocalPlan();
          const along = (value: number, rest: readonly number[]): number[] =>
            rest.map((one, i) => (i === dim ? value : one));
          const cut = items.map((item) => ({
            ...item,
            storageOffsets: along(from, item.storageOffsets),
            destOffsets: along(0, item.destOffsets),
            lengths: along(2, item.lengths),
          }));
          return { items: cut };
        }
      }
      const a = torch.zeros([4, 6]);
      dcp.load({ a }, { ...alone('run'), planner: new Part() });
      expect(a.narrow(dim, 0, 2).tolist()).toEqual(saved.narrow(dim, from, 2).tolist());
      expect(a.sum().item()).toBe(saved.narrow(dim, from, 2).sum().item());
    }
  });
});

describe('a part of a tensor', () => {
  it('is written with its place, and the whole is read where the parts fill it', () => {
    const half = dcp.markShard(torch.ones([2, 3]), { shape: [4, 3], offsets: [2, 0] });
    expect(dcp.shardOf(half)).toEqual({ shape: [4, 3], offsets: [2, 0] });
    dcp.save({ half }, alone('half'));
    const lower = dcp.markShard(torch.zeros([1, 2]), { shape: [4, 3], offsets: [3, 1] });
    dcp.load({ half: lower }, alone('half'));
    expect(lower.sum().item()).toBe(2);
    expect(errorOf(() => dcp.load({ half: torch.zeros([4, 3]) }, alone('half'))).message).toContain(
      'the checkpoint has 6 of the 12 elements that are wanted of half',
    );
  });

  it('has to lie inside of the whole', () => {
    for (const [shape, offsets] of [
      [
        [4, 3],
        [3, 0],
      ],
      [[4], [0]],
      [
        [4, 3],
        [-1, 0],
      ],
      [
        [4, 3],
        [0.5, 0],
      ],
      [[4, 3], [0]],
    ] as const) {
      expect(() => dcp.markShard(torch.ones([2, 3]), { shape, offsets })).toThrow('is not inside of');
    }
  });
});

describe('state dicts by name', () => {
  const train = (
    model: torch.nn.Module & { forward(x: torch.Tensor): torch.Tensor },
    optimizer: torch.optim.Optimizer,
  ) => {
    optimizer.zeroGrad();
    model
      .forward(torch.ones([1, 3]))
      .sum()
      .backward();
    optimizer.step();
  };

  it('move a model and its optimizer', () => {
    const [model, other] = [0, 1].map(() => new nn.Sequential(new nn.Linear(3, 2), new nn.Linear(2, 1))) as [any, any];
    const optimizer = new optim.AdamW(model.parameters(), { lr: 0.1 });
    train(model, optimizer);
    const [modelState, optimizerState] = dcp.getStateDict(model, optimizer);
    expect(Object.keys(optimizerState.state)).toEqual(['0.weight', '0.bias', '1.weight', '1.bias']);
    expect(optimizerState.param_groups[0]?.params).toEqual(['0.weight', '0.bias', '1.weight', '1.bias']);
    dcp.save({ modelState, optimizerState }, alone('named'));

    const second = new optim.AdamW(other.parameters(), { lr: 0.5 });
    const before = other.stateDict()['0.weight'].clone();
    const [modelStateDict, optimStateDict] = dcp.getStateDict(other, second);
    expect(other.stateDict()['0.weight'].equal(before)).toBe(true);
    const state = { modelState: modelStateDict, optimizerState: optimStateDict };
    dcp.load(state, alone('named'));
    expect(String(dcp.setStateDict(other, second, { modelStateDict, optimStateDict: state.optimizerState }))).toBe(
      '<All keys matched successfully>',
    );
    expect(second.paramGroups[0]?.lr).toBe(0.1);
    train(model, optimizer);
    train(other, second);
    for (const [name, value] of Object.entries(model.stateDict())) {
      expect((value as torch.Tensor).equal(other.stateDict()[name])).toBe(true);
    }
  });

  it('come flat, without frozen parameters, and refuse what does not fit', () => {
    const model = new nn.Linear(3, 2);
    model.bias?.requiresGrad_(false);
    const optimizer = new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
    const options = { flattenOptimizerStateDict: true, ignoreFrozenParams: true };
    train(model, optimizer);
    expect(Object.keys(dcp.getModelStateDict(model, { options }))).toEqual(['weight']);
    const flat = dcp.getOptimizerStateDict(model, optimizer, { options: { flattenOptimizerStateDict: true } });
    expect(Object.keys(flat)).toEqual(
      expect.arrayContaining(['state.weight.momentum_buffer', 'param_groups.weight.lr']),
    );
  });
});
