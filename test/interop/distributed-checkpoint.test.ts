import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';
import { outputsOf } from '../support/ranks';

/** Distributed checkpoints between here and the installed Python, by one process and by several. */

const { nn, optim } = torch;
const dcp = torch.distributed.checkpoint;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dcp-interop-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

const PYTHON_MODEL = `
import torch.distributed.checkpoint as dcp
from torch.distributed.checkpoint.state_dict import get_state_dict, set_state_dict
def make():
    model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 2))
    return model, torch.optim.AdamW(model.parameters(), lr=0.01)
def step(model, optimizer):
    optimizer.zero_grad()
    model(input["x"]).square().sum().backward()
    optimizer.step()
`;

function make(): { model: torch.nn.Sequential; optimizer: torch.optim.AdamW } {
  const model = new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Linear(4, 2));
  return { model, optimizer: new optim.AdamW(model.parameters(), { lr: 0.01 }) };
}

function step({ model, optimizer }: ReturnType<typeof make>, x: torch.Tensor): void {
  optimizer.zeroGrad();
  (model.forward(x) as torch.Tensor).square().sum().backward();
  optimizer.step();
}

describe('one process', () => {
  const x = torch.arange(15, { dtype: torch.float32 }).reshape([5, 3]).div(7);

  it('reads a model and its optimizer that Python wrote, and trains on as Python does', () => {
    const expected = runPython<Record<string, torch.Tensor>>(
      `${PYTHON_MODEL}
model, optimizer = make()
step(model, optimizer)
m, o = get_state_dict(model, optimizer)
dcp.save({"m": m, "o": o, "epoch": 3, "names": ["a", "b"], "pair": (1, 2.5), "big": 2**70}, checkpoint_id=input["path"])
step(model, optimizer)
output = model.state_dict()`,
      { x, path: at('python') },
    );
    const training = make();
    const [m, o] = dcp.getStateDict(training.model, training.optimizer);
    const state = { m, o, epoch: 0, names: [] as string[], pair: null as unknown, big: null as unknown };
    dcp.load(state, { checkpointId: at('python'), noDist: true });
    expect(state).toMatchObject({ epoch: 3, names: ['a', 'b'], pair: [1, 2.5], big: 2n ** 70n });
    dcp.setStateDict(training.model, training.optimizer, { modelStateDict: state.m, optimStateDict: state.o });
    step(training, x);
    for (const [name, value] of Object.entries(training.model.stateDict())) {
      expectBitEqual(value, expected[name] as torch.Tensor, name);
    }
  });

  it('writes what Python reads and trains on', () => {
    const training = make();
    step(training, x);
    const [m, o] = dcp.getStateDict(training.model, training.optimizer);
    dcp.save({ m, o, epoch: 3, pair: Object.freeze([1, 2]) }, { checkpointId: at('node'), noDist: true });
    step(training, x);
    const [actual, rest, kinds] = runPython<[Record<string, torch.Tensor>, unknown, unknown]>(
      `${PYTHON_MODEL}
model, optimizer = make()
m, o = get_state_dict(model, optimizer)
state = {"m": m, "o": o, "epoch": 0, "pair": None}
dcp.load(state, checkpoint_id=input["path"])
set_state_dict(model, optimizer, model_state_dict=state["m"], optim_state_dict=state["o"])
step(model, optimizer)
md = dcp.FileSystemReader(input["path"]).read_metadata()
kinds = [type(md.storage_meta).__name__, md.version, str(md.state_dict_metadata["m.0.weight"].properties), md.planner_data["m.0.weight"]]
output = [model.state_dict(), [state["epoch"], isinstance(state["pair"], tuple)], kinds]`,
      { x, path: at('node') },
    );
    expect(rest).toEqual([3, true]);
    expect(kinds).toEqual([
      'StorageMeta',
      '1.0.0',
      'TensorProperties(dtype=torch.float32, layout=torch.strided, requires_grad=False, ' +
        'memory_format=torch.contiguous_format, pin_memory=False)',
      ['m', '0.weight'],
    ]);
    for (const [name, value] of Object.entries(training.model.stateDict())) {
      expectBitEqual(value, actual[name] as torch.Tensor, name);
    }
  });

  it('has the names, bytes and order that Python gives the same state', () => {
    const [entries, files] = runPython<[string[], string[]]>(
      `import os, torch.distributed.checkpoint as dcp
state = {"a": {"b": torch.ones(2, 3, dtype=torch.float64), "c": [1, 2], "d": [torch.zeros(1), {"e": 1}]}, "t": (1, torch.ones(1)), "s": torch.tensor(3)}
dcp.save(state, checkpoint_id=input["path"])
md = dcp.FileSystemReader(input["path"]).read_metadata()
output = [sorted([f"{k} {type(v).__name__} {list(getattr(v, 'size', []))}" for k, v in md.state_dict_metadata.items()]), sorted(os.listdir(input["path"]))]`,
      { path: at('python') },
    );
    const metadata = dcp.save(
      {
        a: { b: torch.ones([2, 3], { dtype: torch.float64 }), c: [1, 2], d: [torch.zeros([1]), { e: 1 }] },
        t: Object.freeze([1, torch.ones([1])]),
        s: torch.tensor(3),
      },
      { checkpointId: at('node'), noDist: true },
    );
    const mine = [...metadata.stateDictMetadata].map(
      ([name, entry]) =>
        `${name} ${entry.constructor.name} [${entry instanceof dcp.TensorStorageMetadata ? entry.size.join(', ') : ''}]`,
    );
    expect(mine.sort()).toEqual(entries);
    expect(readdirSync(at('node')).sort()).toEqual(files);
  });
});

/** Rows of a tensor of 7 by 3 that one of several ranks has, as DTensor shares them out. */
const NODE_ROWS = `
const per = Math.ceil(7 / size), from = Math.min(7, rank * per), to = Math.min(7, from + per);
const whole = torch.arange(21, { dtype: torch.float32 }).reshape([7, 3]);
const dcp = dist.checkpoint;
const rows = (values) => dcp.markShard(values.narrow(0, from, to - from).clone(), { shape: [7, 3], offsets: [from, 0] });
await dist.initProcessGroup('gloo');
`;
const PYTHON_ROWS = `
import torch.distributed.checkpoint as dcp
from torch.distributed.tensor import distribute_tensor, Shard
from torch.distributed.device_mesh import init_device_mesh
dist.init_process_group("gloo")
mesh = init_device_mesh("cpu", (size,))
whole = torch.arange(21, dtype=torch.float32).reshape(7, 3)
`;

describe('several ranks', () => {
  it('three of Node write, two of Node and one of Python read', async () => {
    const writer = {
      node: `${NODE_ROWS}
const metadata = dcp.save({ whole: rows(whole), same: torch.ones([4]), step: 5 }, { checkpointId: input });
await dist.destroyProcessGroup();
return metadata.stateDictMetadata.get('whole').chunks.map((chunk) => [chunk.offsets[0], chunk.sizes[0]]);`,
      input: at('three'),
    };
    const [chunks, ...others] = await outputsOf([writer, writer, writer]);
    expect(chunks).toEqual([
      [0, 3],
      [3, 3],
      [6, 1],
    ]);
    expect(others).toEqual([chunks, chunks]);
    expect(readdirSync(at('three')).sort()).toEqual(['.metadata', '__0_0.distcp', '__1_0.distcp', '__2_0.distcp']);

    const reader = {
      node: `${NODE_ROWS}
const state = { whole: rows(torch.zeros([7, 3])), same: torch.zeros([4]), step: 0 };
await dcp.loadAsync(state, { checkpointId: input });
await dist.destroyProcessGroup();
return [state.whole.equal(rows(whole)), state.same.sum().item(), state.step];`,
      input: at('three'),
    };
    expect(await outputsOf([reader, reader])).toEqual([
      [true, 4, 5],
      [true, 4, 5],
    ]);

    const python = runPython<torch.Tensor>(
      `import torch.distributed.checkpoint as dcp
state = {"whole": torch.zeros(7, 3)}
dcp.load(state, checkpoint_id=input)
output = state["whole"]`,
      at('three'),
    );
    expectBitEqual(python, torch.arange(21, { dtype: torch.float32 }).reshape([7, 3]));
  }, 240_000);

  it('two of Python write, and each third is read', async () => {
    const writer = {
      python: `${PYTHON_ROWS}
dcp.save({"whole": distribute_tensor(whole, mesh, [Shard(0)]), "step": 5}, checkpoint_id=input)
dist.destroy_process_group()`,
      input: at('python'),
    };
    await outputsOf([writer, writer]);
    const whole = torch.arange(21, { dtype: torch.float32 }).reshape([7, 3]);
    for (const [from, rows] of [
      [0, 3],
      [3, 3],
      [6, 1],
    ] as const) {
      const part = dcp.markShard(torch.zeros([rows, 3]), { shape: [7, 3], offsets: [from, 0] });
      const state = { whole: part, step: 0 };
      dcp.load(state, { checkpointId: at('python'), noDist: true });
      expectBitEqual(part, whole.narrow(0, from, rows), `row ${from}`);
      expect(state.step).toBe(5);
    }
  }, 240_000);

  /** A rank of Python's part in a save or load together with Node's: its rows, and nothing sent to make them. */
  const PYTHON_PART = `
import torch.distributed.checkpoint as dcp
from torch.distributed.tensor import DTensor, Shard
from torch.distributed.device_mesh import DeviceMesh
dist.init_process_group("gloo")
mesh = DeviceMesh("cpu", list(range(size)))
def rows(whole):
    per = -(-7 // size)
    own = whole[rank * per : (rank + 1) * per].clone()
    return DTensor.from_local(own, mesh, [Shard(0)], run_check=False, shape=whole.shape, stride=whole.stride())
`;
  const pythonSaves = `${PYTHON_PART}
whole = torch.arange(21, dtype=torch.float32).reshape(7, 3)
state = {"whole": rows(whole), "same": torch.ones(4), "step": 5, "nested": {"names": ["a", "b"]}}
dcp.save(state, checkpoint_id=input)
dist.destroy_process_group()`;
  const nodeSaves = `${NODE_ROWS}
const state = { whole: rows(whole), same: torch.ones([4]), step: 5, nested: { names: ['a', 'b'] } };
const metadata = await dcp.asyncSave(state, { checkpointId: input });
await dist.destroyProcessGroup();
return [[...metadata.plannerData.get('nested.names')], metadata.stateDictMetadata.get('whole').chunks.length];`;
  const pythonLoads = `${PYTHON_PART}
state = {"whole": rows(torch.zeros(7, 3)), "same": torch.zeros(4), "step": 0, "nested": {"names": []}}
dcp.load(state, checkpoint_id=input)
want = rows(torch.arange(21, dtype=torch.float32).reshape(7, 3))
output = [torch.equal(state["whole"].to_local(), want.to_local()), state["same"].sum().item(), state["step"], state["nested"]["names"]]
dist.destroy_process_group()`;
  const nodeLoads = `${NODE_ROWS}
const state = { whole: rows(torch.zeros([7, 3])), same: torch.zeros([4]), step: 0, nested: { names: [] } };
dcp.load(state, { checkpointId: input });
await dist.destroyProcessGroup();
return [state.whole.equal(rows(whole)), state.same.sum().item(), state.step, state.nested.names];`;

  it.each([
    ['Node', ['node', 'python', 'node']],
    ['Python', ['python', 'node', 'python']],
  ] as const)(
    'of both kinds write one checkpoint together, with %s as rank 0, and read it together',
    async (_, kinds) => {
      const input = at('mixed');
      const of = (node: string, python: string) =>
        kinds.map((kind) => (kind === 'node' ? { node, input } : { python, input }));
      const saved = await outputsOf(of(nodeSaves, pythonSaves));
      const told = [['nested', 'names'], 3];
      expect(saved).toEqual(kinds.map((kind) => (kind === 'node' ? told : null)));
      expect(readdirSync(input).sort()).toEqual(['.metadata', '__0_0.distcp', '__1_0.distcp', '__2_0.distcp']);
      const read = [true, 4, 5, ['a', 'b']];
      expect(await outputsOf(of(nodeLoads, pythonLoads))).toEqual([read, read, read]);
      // Another number of ranks, and the other kind alone.
      expect(await outputsOf([{ node: nodeLoads, input }])).toEqual([read]);
      expect(await outputsOf([{ python: pythonLoads, input }])).toEqual([read]);
    },
    480_000,
  );

  it.each([
    ['Node', 'Python', ['node', 'python']],
    ['Python', 'Node', ['python', 'node']],
  ] as const)(
    'of both kinds hear of a failure, with %s as rank 0 and the fault on %s',
    async (_zero, _one, kinds) => {
      const input = at('mixed');
      const node = `${NODE_ROWS}
let message = '';
const own = rank === 1 ? new Date(0) : torch.ones([1]);
try { dcp.save({ whole: rows(whole), ['own' + rank]: own }, { checkpointId: input }); } catch (error) { message = error.message; }
await dist.destroyProcessGroup();
return message;`;
      const python = `${PYTHON_PART}
from torch.distributed.checkpoint.api import CheckpointException
own = (lambda: 1) if rank == 1 else torch.ones(1)
output = ""
try:
    dcp.save({"whole": rows(torch.ones(7, 3)), f"own{rank}": own}, checkpoint_id=input)
except CheckpointException as error:
    output = [sorted(error.failures), str(error)]
dist.destroy_process_group()`;
      const outputs = await outputsOf(kinds.map((kind) => (kind === 'node' ? { node, input } : { python, input })));
      const [mine, other] = [outputs[kinds.indexOf('node')], outputs[kinds.indexOf('python')]] as [
        string,
        [number[], string],
      ];
      expect(mine).toMatch(/^CheckpointException ranks: \[1\] in step 'write'\nrank 1: /);
      expect(mine).toMatch(
        kinds[1] === 'node' ? /own1: torch.save: an instance of Date/ : /rank 1: \S*Error: .*pickle/,
      );
      expect(other[0]).toEqual([1]);
      expect(other[1]).toMatch(
        kinds[1] === 'node' ? /RuntimeError: .*own1: torch.save: an instance of Date/ : /pickle/,
      );
      expect(readdirSync(input)).not.toContain('.metadata');
    },
    240_000,
  );

  it('hear of the one that fails, and leave no checkpoint', async () => {
    const script = {
      node: `${NODE_ROWS}
let message = '';
const value = rank === 1 ? new Date(0) : torch.ones([1]);
try {
  await dcp.asyncSave({ whole: rows(whole), ['own' + rank]: value }, { checkpointId: input });
} catch (error) {
  message = error.message;
}
await dist.destroyProcessGroup();
return [message.split('\\n')[0], message.includes('rank 1: distributed.checkpoint: own1: torch.save: an instance of Date')];`,
      input: at('failed'),
    };
    const told = ["CheckpointException ranks: [1] in step 'write'", true];
    expect(await outputsOf([script, script])).toEqual([told, told]);
    expect(readdirSync(at('failed'))).not.toContain('.metadata');
  }, 240_000);
});
