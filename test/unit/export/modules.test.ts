/** Of each node a program says which modules it belongs to, and where it stands: Python's `unflatten` and `print` need it. */
import * as torch from '../../../lib/index';

const { nn } = torch;
type T = torch.Tensor;

class Block extends nn.Module {
  readonly linear = new nn.Linear(4, 4);
  override forward(x: T): T {
    return this.linear.forward(x).relu();
  }
}

class Net extends nn.Module {
  readonly layers = new nn.Sequential(new Block(), new nn.Tanh());
  readonly twice = new nn.Linear(4, 4);
  override forward(x: T): T {
    const y = this.layers.forward(x as never) as T;
    return this.twice.forward(this.twice.forward(y)).add(x.shape[0] as number);
  }
}

const { Dim } = torch.export;
const program = torch.export.export(new Net(), [torch.randn([3, 4])], { dynamicShapes: [{ 0: new Dim('batch') }] });

it('names the modules that are being called, each call of one apart', () => {
  const stacks = program.graph.nodes.map(({ target, metadata }) => [
    target.split('.').at(-2),
    ...(metadata.get('nn_module_stack') ?? '').split(';'),
  ]);
  const layers = 'layers,layers,torch.nn.modules.container.Sequential';
  expect(stacks).toEqual([
    [
      'linear',
      ',,Net',
      layers,
      'layers.0,layers.0,Block',
      'layers.0.linear,layers.0.linear,torch.nn.modules.linear.Linear',
    ],
    ['relu', ',,Net', layers, 'layers.0,layers.0,Block'],
    ['tanh', ',,Net', layers, 'layers.1,layers.1,torch.nn.modules.activation.Tanh'],
    ['linear', ',,Net', 'twice,twice,torch.nn.modules.linear.Linear'],
    ['linear', ',,Net', 'twice@1,twice,torch.nn.modules.linear.Linear'],
    ['sym_size', ',,Net'],
    ['add', ',,Net'],
  ]);
});

it('has the line of the model with its text', () => {
  const traces = program.graph.nodes.map(({ metadata }) => metadata.get('stack_trace'));
  expect(traces[1]).toMatch(
    /^ {2}File ".*modules\.test\.ts", line 10, in Block\.forward\n {4}return this\.linear\.forward\(x\)\.relu\(\);\n$/,
  );
  expect(String(program)).toMatch(/# File: .*modules\.test\.ts:10 in Block\.forward, code: return this\.linear/);
  expect(String(program)).not.toContain('No stacktrace');
});

it('lists all modules', () => {
  const names = program.parts.program.graphModule.moduleCallGraph.map(({ fqn }) => fqn);
  expect(names).toEqual(['', 'layers', 'layers.0', 'layers.0.linear', 'layers.1', 'twice']);
});

it('leaves names out that the text cannot hold, and follows modules that call others', () => {
  class Holder extends nn.Module {
    readonly items = new nn.ModuleDict({ 'a,b': new nn.Linear(4, 2) });
    readonly other: Caller;
    readonly called = new nn.Linear(4, 4);
    constructor() {
      super();
      this.other = new Caller(() => this.called);
    }
    override forward(x: T): T {
      return (this.items.get('a,b') as torch.nn.Linear).forward(this.other.forward(x));
    }
  }
  class Caller extends nn.Module {
    #find: () => torch.nn.Linear;
    constructor(find: () => torch.nn.Linear) {
      super();
      this.#find = find;
    }
    override forward(x: T): T {
      return this.#find().forward(x.neg());
    }
  }
  const { nodes } = torch.export.export(new Holder(), [torch.randn([2, 4])]).graph;
  expect(nodes.map(({ metadata }) => metadata.get('nn_module_stack'))).toEqual([
    ',,Holder;other,other,Caller',
    ',,Holder;called,called,torch.nn.modules.linear.Linear',
    ',,Holder',
  ]);
});
