import { inspect } from 'node:util';
import * as torch from '../../../lib/index';
import { nn, type Tensor } from '../../../lib/index';
import { aten } from '../../../lib/nn/functional/define';

const zeros = (...shape: number[]): Tensor => aten('zeros')(shape);
const ones = (...shape: number[]): Tensor => aten('ones')(shape);

class Inner extends nn.Module {
  readonly fc = new nn.Linear(3, 2);
  override forward(x: Tensor): Tensor {
    return this.fc.forward(x);
  }
}

class Net extends nn.Module {
  readonly first = new nn.Linear(4, 3);
  readonly inner = new Inner();
  readonly scale = new nn.Parameter(ones(1));
  declare running: Tensor;
  declare scratch: Tensor;

  constructor() {
    super();
    this.registerBuffer('running', zeros(2));
    this.registerBuffer('scratch', zeros(2), { persistent: false });
  }

  override forward(x: Tensor): Tensor {
    return aten('mul')(this.inner.forward(this.first.forward(x)), this.scale);
  }
}

describe('Module', () => {
  it('finds parameters, buffers and modules in order', () => {
    const net = new Net();
    const names = ['scale', 'first.weight', 'first.bias', 'inner.fc.weight', 'inner.fc.bias'];
    expect(net.namedParameters().map(([name]) => name)).toEqual(names);
    expect(net.namedBuffers().map(([name]) => name)).toEqual(['running', 'scratch']);
    expect(net.namedModules().map(([name]) => name)).toEqual(['', 'first', 'inner', 'inner.fc']);
    expect(net.children()).toEqual([net.first, net.inner]);
    expect(Object.keys(net.stateDict())).toEqual(['scale', 'running', ...names.slice(1)]);
    const own = net.parameters(false);
    expect(own.length).toBe(1);
    expect(own[0] === net.scale).toBe(true);
  });

  it('prints as Python prints', () => {
    const text = [
      'Net(',
      '  (first): Linear(in_features=4, out_features=3, bias=True)',
      '  (inner): Inner(',
      '    (fc): Linear(in_features=3, out_features=2, bias=True)',
      '  )',
      ')',
    ].join('\n');
    expect(String(new Net())).toBe(text);
    expect(inspect(new Net())).toBe(text);
    expect(String(new nn.Module())).toBe('Module()');
  });

  it('refuses a plain array of modules and names ModuleList', () => {
    class Bad extends nn.Module {
      readonly layers = [new nn.Linear(1, 1)];
    }
    expect(() => new Bad().parameters()).toThrow(/Bad\.layers is a plain array of modules.*nn\.ModuleList/);
  });

  it('counts a tied parameter once, and the native layer uses the replacement', () => {
    const net = new Inner();
    const other = new nn.Linear(3, 2, { bias: false });
    net.fc.weight = other.weight;
    const both = new (class extends nn.Module {
      readonly a = net;
      readonly b = other;
    })();
    expect(both.namedParameters().map(([name]) => name)).toEqual(['a.fc.weight', 'a.fc.bias']);
    net.fc.bias = null;
    net.fc.weight = new nn.Parameter(ones(2, 3));
    expect(Number(aten('sum')(net.forward(ones(1, 3))).item())).toBe(6);
    expect(() => (net.fc.weight = ones(2, 3) as never)).toThrow(
      /as parameter 'weight' \(nn\.Parameter or null expected/,
    );
  });

  it('replaces a weight of a recurrent layer', () => {
    const rnn = new nn.RNN(2, 3, { bias: false });
    rnn.replaceMember('weightIhL0', new nn.Parameter(zeros(3, 2)));
    rnn.replaceMember('weightHhL0', new nn.Parameter(zeros(3, 3)));
    expect(Number(aten('sum')(rnn.forward(ones(4, 1, 2))[0]).item())).toBe(0);
    expect(rnn.allWeights[0]).toHaveLength(2);
    expect(() => rnn.replaceMember('weightIhL0', null)).toThrow(/of a recurrent layer cannot be null/);
  });

  it('lets a layer of the library have more parameters and buffers', () => {
    const linear = new nn.Linear(2, 2);
    linear.registerParameter('gain', new nn.Parameter(ones(1)));
    linear.registerBuffer('calls', zeros(1));
    linear.replaceMember('calls', ones(1));
    const copy = nn.deepCopy(linear);
    expect(Object.keys(copy.stateDict())).toEqual(['weight', 'bias', 'gain', 'calls']);
    expect(copy.getBuffer('calls').tolist()).toEqual([1]);
  });

  it('finds a Buffer, and keeps it one', () => {
    class Shift extends nn.Module {
      readonly by = new nn.Buffer(ones(1));
      readonly scratch = new nn.Buffer(zeros(1), { persistent: false });
    }
    const shift = new Shift().double();
    expect(shift.namedBuffers().map(([name, { dtype }]) => [name, dtype.name])).toEqual([
      ['by', 'float64'],
      ['scratch', 'float64'],
    ]);
    expect(Object.keys(shift.stateDict())).toEqual(['by']);
    const copy = nn.deepCopy(shift);
    copy.loadStateDict({ by: zeros(1) }, { assign: true });
    expect([copy.by.tolist(), copy.by instanceof nn.Buffer, copy.buffers().length]).toEqual([[0], true, 2]);
    expect(shift.by.tolist()).toEqual([1]);
  });

  it('keeps extra state, and puts modules at paths', () => {
    class Counted extends nn.Linear {
      count = 3;
      override getExtraState(): unknown {
        return { count: this.count };
      }
      override setExtraState(state: unknown): void {
        this.count = (state as { count: number }).count;
      }
    }
    const model = new nn.Sequential(new Counted(2, 2));
    const state = model.stateDict();
    expect(Object.keys(state)).toEqual(['0.weight', '0.bias', '0._extra_state']);
    (model.at(0) as Counted).count = 0;
    model.loadStateDict(state);
    expect((model.at(0) as Counted).count).toBe(3);
    expect(() => new nn.Sequential(new nn.Linear(2, 2)).loadStateDict(state)).toThrow(
      'Unexpected key(s) in state_dict: "0._extra_state"',
    );
    const net = new Net();
    const replacement = new nn.Linear(3, 2);
    net.setSubmodule('inner.fc', replacement);
    expect(net.inner.fc).toBe(replacement);
    net.setSubmodule('inner.more', new nn.ReLU());
    expect(net.getSubmodule('inner.more')).toBeInstanceOf(nn.ReLU);
    expect(() => net.setSubmodule('inner.other', replacement, { strict: true })).toThrow("no submodule 'other'");
  });

  it('keeps parameters through scopes and their identity through to()', () => {
    const linear = torch.scope(() => new nn.Linear(2, 2));
    const { weight } = linear;
    torch.scope(() => linear.forward(ones(1, 2)));
    aten('sum')(linear.forward(ones(1, 2))).backward();
    linear.to(torch.float64);
    expect(linear.weight).toBe(weight);
    expect(String(weight.dtype)).toBe('torch.float64');
    expect(String(weight.grad?.dtype)).toBe('torch.float64');
    expect(String(linear.forward(aten('ones')([1, 2], { dtype: torch.float64 })).dtype)).toBe('torch.float64');
    expect(() => linear.to(torch.int64)).toThrow(/only accepts floating point or complex dtypes/);
  });

  it('makes layers in a dtype', () => {
    const linear = new nn.Linear(2, 2, { dtype: torch.float64 });
    expect(String(linear.weight.dtype)).toBe('torch.float64');
    expect(String(linear.forward(aten('ones')([1, 2], { dtype: torch.float64 })).dtype)).toBe('torch.float64');
  });

  it('switches training for everything below, and dropout follows', () => {
    const dropout = new nn.Dropout(0.9);
    const net = new (class extends nn.Module {
      readonly drop = dropout;
    })();
    net.eval();
    expect(dropout.training).toBe(false);
    expect(Number(aten('sum')(dropout.forward(ones(50))).item())).toBe(50);
    dropout.training = true;
    // The sum may be 50 by chance; that nothing is dropped has a chance of 2^-50.
    expect(Number(aten('min')(dropout.forward(ones(50))).item())).toBe(0);
    expect(() => net.train(1 as never)).toThrow('training mode is expected to be boolean');
  });

  it('zeroes gradients and turns them off', () => {
    const linear = new nn.Linear(2, 1);
    aten('sum')(linear.forward(ones(1, 2))).backward();
    linear.zeroGrad({ setToNone: false });
    expect(Number(aten('sum')(linear.weight.grad!).item())).toBe(0);
    linear.zeroGrad();
    expect(linear.weight.grad).toBeNull();
    expect(linear.requiresGrad_(false).weight.requiresGrad).toBe(false);
  });

  it('applies children first', () => {
    const seen: string[] = [];
    new Net().apply((module) => seen.push(module.constructor.name));
    expect(seen).toEqual(['Linear', 'Linear', 'Inner', 'Net']);
  });

  it('reaches members by path', () => {
    const net = new Net();
    expect(net.getSubmodule('inner.fc')).toBe(net.inner.fc);
    expect(net.getParameter('inner.fc.weight')).toBe(net.inner.fc.weight);
    expect(net.getBuffer('running')).toBe(net.running);
    expect(() => net.getSubmodule('inner.nothing')).toThrow("Inner has no submodule 'nothing' (of 'inner.nothing')");
  });
});

describe('state dicts', () => {
  it('load what they saved', () => {
    const [a, b] = [new Net(), new Net()];
    expect(String(b.loadStateDict(a.stateDict()))).toBe('<All keys matched successfully>');
    expect(aten('equal')(a.first.weight, b.first.weight)).toBe(true);
  });

  it("throw Python's report", () => {
    const state: Record<string, unknown> = { ...new Net().stateDict(), extra: ones(1), scale: ones(2) };
    delete state['running'];
    expect(() => new Net().loadStateDict(state)).toThrow(
      'Error(s) in loading state_dict for Net:\n' +
        '\tMissing key(s) in state_dict: "running". \n' +
        '\tUnexpected key(s) in state_dict: "extra". \n' +
        '\tsize mismatch for scale: copying a param with shape torch.Size([2]) from checkpoint, ' +
        'the shape in current model is torch.Size([1]).',
    );
    expect(() => new Net().loadStateDict([] as never)).toThrow("'stateDict' should be a state dict");
  });

  it('report instead of throwing when not strict', () => {
    const { running: _, ...state } = new Net().stateDict();
    const keys = new Net().loadStateDict({ ...state, extra: ones(1) }, { strict: false });
    expect(keys.missingKeys).toEqual(['running']);
    expect(keys.unexpectedKeys).toEqual(['extra']);
    expect(inspect(keys)).toBe("_IncompatibleKeys(missing_keys=['running'], unexpected_keys=['extra'])");
  });

  it('assign tensors with their dtype', () => {
    const linear = new nn.Linear(2, 1);
    const state = {
      weight: aten('ones')([1, 2], { dtype: torch.float64 }),
      bias: aten('ones')([1], { dtype: torch.float64 }),
    };
    linear.loadStateDict(state, { assign: true });
    expect(String(linear.weight.dtype)).toBe('torch.float64');
    expect(linear.weight).toBeInstanceOf(nn.Parameter);
    expect(Number(linear.forward(state.weight).item())).toBe(3);
  });
});

describe('what goes wrong', () => {
  it('says where in the model, and with which shapes', () => {
    const net = new Net();
    net.inner.fc.weight = new nn.Parameter(ones(2, 7));
    expect(() => net.forward(ones(5, 4))).toThrow(
      /in inner\.fc \(Linear\): weight \[2, 7\], bias \[2\]; given \[5, 3\]/,
    );
  });

  it('names the label and the classes', () => {
    const loss = new nn.NLLLoss();
    const labels = aten('full')([2], 5, { dtype: torch.int64 });
    expect(() => loss.forward(zeros(2, 3), labels)).toThrow(
      /Target 5 is out of bounds: labels have to lie in \[0, 3\)/,
    );
    expect(() => new nn.CrossEntropyLoss().forward(zeros(2, 3), labels)).toThrow(/\[0, 3\)/);
  });

  it('names the index and the size', () => {
    const index = aten('full')([2], 10, { dtype: torch.int64 });
    expect(() => new nn.Embedding(10, 3).forward(index)).toThrow(/index 10 is out of range: the embedding has 10 rows/);
    expect(() => new nn.Embedding(10, 3).forward(aten('neg')(index))).toThrow(/index -10 is out of range/);
  });

  it('suggests the right option', () => {
    expect(() => new nn.RNN(2, 3, { batch_first: true } as never)).toThrow(
      "unknown option 'batch_first': did you mean 'batchFirst'?",
    );
    const x = ones(2, 1, 4);
    expect(() => new nn.MultiheadAttention(4, 2).forward(x, x, x, { attn_mask: null } as never)).toThrow(
      "unknown option 'attn_mask': did you mean 'attnMask'?",
    );
    expect(() => new nn.TransformerEncoderLayer(4, 2, 8).forward(x, { mask: null } as never)).toThrow(
      'it has src, srcMask, srcKeyPaddingMask, isCausal',
    );
    expect(() => new nn.Linear(2, '3' as never)).toThrow("Linear(): 'outFeatures' should be an integer, got '3'");
    expect(() => new nn.Linear(2, undefined as never)).toThrow("Linear() misses 'outFeatures'");
    expect(() => new nn.LSTM(2, 3, { projSize: 3 })).toThrow('projSize has to be smaller than hiddenSize');
    expect(() => new nn.Dropout(2)).toThrow('dropout probability has to be between 0 and 1, but got 2');
  });

  it('refuses what is not a tensor, or a disposed one', () => {
    const linear = new nn.Linear(2, 2);
    expect(() => linear.forward(3 as never)).toThrow(TypeError);
    const x = ones(1, 2);
    x.dispose();
    expect(() => linear.forward(x)).toThrow('disposed');
    expect(() => new nn.LSTM(2, 3).forward(ones(1, 1, 2), ones(1, 1, 3) as never)).toThrow('pair [h, c]');
    expect(() => new nn.Module().forward()).toThrow('missing the required "forward" function');
  });
});
