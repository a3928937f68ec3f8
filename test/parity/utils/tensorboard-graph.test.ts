/** Graphs that SummaryWriter writes: TensorBoard's reader finds the nodes that Python's writer gives it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { runPython } from '../../support/python';

const { nn } = torch;
const { FileWriter, RecordWriter, SummaryWriter } = torch.utils.tensorboard;

class Net extends nn.Module {
  fc = new nn.Linear(3, 4);
  body = new nn.Sequential(new nn.ReLU(), new nn.Linear(4, 2));

  override forward(x: torch.Tensor): torch.Tensor {
    return this.body.forward(this.fc.forward(x)).softmax(1);
  }
}

const READER = `
import glob, re
from tensorboard.backend.event_processing.event_file_loader import RawEventFileLoader
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.graph_pb2 import GraphDef
from tensorboard.compat.proto.config_pb2 import RunMetadata
def read(folder):
    graphs, runs = [], []
    for file in sorted(glob.glob(folder + '/events.*')):
        for event in map(Event.FromString, RawEventFileLoader(file).Load()):
            if event.graph_def: graphs.append(GraphDef.FromString(event.graph_def))
            if event.tagged_run_metadata.tag:
                runs.append([event.tagged_run_metadata.tag, RunMetadata.FromString(event.tagged_run_metadata.run_metadata).step_stats.dev_stats[0].device])
    return graphs, runs
def shapes(node): return [[d.size for d in s.dim] for s in node.attr['_output_shapes'].list.shape] if '_output_shapes' in node.attr else None
# Numbers of values differ between two traces.
def bare(name): return re.sub(r'[^/]*$', '', name)
def nodes(graph): return sorted([bare(n.name), n.op, shapes(n), len(n.input), n.attr['attr'].s.decode()] for n in graph.node)
def known(graph):
    names = {n.name for n in graph.node}
    return all(i in names for n in graph.node for i in n.input if n.op != 'prim::GetAttr')
`;

const PYTHON = `${READER}
from torch import nn
from torch.utils.tensorboard import SummaryWriter
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 4)
        self.body = nn.Sequential(nn.ReLU(), nn.Linear(4, 2))
    def forward(self, x): return self.body(self.fc(x)).softmax(1)
w = SummaryWriter(input['theirs'])
w.add_graph(Net(), torch.ones(2, 3))
w.close()
(ours, runs), (theirs, _) = read(input['ours']), read(input['theirs'])
output = [nodes(ours[0]), nodes(theirs[0]), known(ours[0]), runs, ours[0].versions.producer, len(ours)]
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tensorboard-graph-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a model is drawn as Python draws it, and stays as it is', () => {
  const ours = path.join(folder, 'ours');
  const model = new Net();
  const writer = new SummaryWriter(ours);
  writer.addGraph(model, torch.ones([2, 3]));
  writer.close();
  expect(model.training).toBe(true);
  expect(model.fc.training).toBe(true);
  const [here, there, known, runs, producer, count] = runPython<unknown[]>(PYTHON, {
    ours,
    theirs: path.join(folder, 'theirs'),
  });
  expect(here).toEqual(there);
  expect([known, producer, count]).toEqual([true, 22, 1]);
  expect(runs).toEqual([['step1', '/device:CPU:0']]);
});

test('a function is drawn, and what cannot be traced is refused', () => {
  const writer = new SummaryWriter(path.join(folder, 'function'));
  writer.addGraph((x: torch.Tensor) => x.add(1), [torch.ones([2])]);
  expect(() => writer.addGraph(new Net(), torch.ones([2, 5]))).toThrow();
  expect(() => writer.addGraph(5 as never)).toThrow(TypeError);
  expect(() => writer.addGraph(new Net(), 'x' as never)).toThrow(TypeError);
  const model = new Net();
  expect(() => writer.addGraph(model, torch.ones([2, 5]))).toThrow();
  expect(model.training).toBe(true);
  // No hook stays.
  expect(model.forward(torch.ones([1, 3])).shape).toEqual([1, 2]);
});

const ONNX = `${READER}
(ours, _) = read(input)
output = [[[n.name, n.op, len(n.input), sorted(n.attr)] for n in ours[0].node], [d.size for d in ours[0].node[0].attr['shape'].shape.dim]]
`;

test('a file of ONNX is drawn', () => {
  const file = path.join(folder, 'model.onnx');
  torch.onnx.export(new nn.Linear(3, 2), [torch.ones([4, 3])], file);
  const writer = new SummaryWriter(path.join(folder, 'onnx'));
  writer.addOnnxGraph(file);
  writer.close();
  const [nodes, shape] = runPython<[[string, string, number, string[]][], number[]]>(ONNX, path.join(folder, 'onnx'));
  expect(nodes.filter(([, op]) => op === 'Variable')).toHaveLength(2);
  const operators = nodes.filter(([, op]) => op !== 'Variable');
  expect(operators.length).toBeGreaterThan(0);
  for (const [name, op, inputs, attributes] of operators) {
    expect([name !== '', op !== '', inputs > 0, attributes]).toEqual([true, true, true, ['parameters']]);
  }
  expect(shape).toEqual([4, 3]);
  expect(() => writer.addOnnxGraph(path.join(folder, 'none.onnx'))).toThrow(torch.TorchError);
  expect(() => writer.addOnnxGraph(__filename)).toThrow(/is no file of ONNX|has no graph/);
});

test('writers of events and of records', () => {
  const parts: Uint8Array[] = [];
  const records = new RecordWriter({ write: (bytes) => parts.push(bytes) });
  records.write(Buffer.from('abc'));
  expect(parts[0]).toHaveLength(19);
  records.close();
  expect(records.closed).toBe(true);
  expect(() => new RecordWriter({} as never)).toThrow(TypeError);
  const target = path.join(folder, 'events');
  const writer = new FileWriter(target);
  writer.addSummary({ value: [{ tag: 'loss', simpleValue: 0.5 }] }, 3);
  writer.addEvent({ fileVersion: 'brain.Event:2' });
  writer.close();
  writer.reopen();
  writer.addOnnxGraph([{ name: 'n', op: 'Variable', input: [], attr: {} }]);
  expect(writer.getLogdir()).toBe(target);
  const [graphs, step] = runPython<[string[], number]>(
    `${READER}
found = [e for f in sorted(glob.glob(input + '/events.*')) for e in map(Event.FromString, RawEventFileLoader(f).Load())]
output = [[n.name for g in read(input)[0] for n in g.node], [e.step for e in found if e.summary.value][0]]`,
    target,
  );
  expect([graphs, step]).toEqual([['n'], 3]);
});
