/** Hooks inside models, the cache, and the native parts of decoders beside the operators they stand for. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import * as language from '../../../lib/language/index';
import { gatedMlp, projectHeads, rmsNorm, rotary } from '../../../lib/language/kernels';
import { runSteps } from '../../../lib/language/steps';

const PROMPT = torch.tensor([[1, 2, 3]]);
const SIZES = { vocabSize: 40, hiddenSize: 16, numHiddenLayers: 2, numAttentionHeads: 4, intermediateSize: 16 };

function llama(more: object = {}): language.LlamaForCausalLM {
  torch.manualSeed(2);
  const config = new language.LlamaConfig({ ...SIZES, numKeyValueHeads: 2, eosTokenId: null, ...more });
  return new language.LlamaForCausalLM(config).eval();
}

test('hooks on attention, on layers and on the model run in forward, in generate and in generateAsync', async () => {
  const model = llama();
  const [layer] = [...model.model.layers];
  if (!layer) throw new Error('no layer');
  const seen: string[] = [];
  for (const part of [layer.selfAttn, layer.mlp, layer, model.model, model]) {
    part.registerForwardHook((module: torch.nn.Module) => void seen.push(module.displayName()));
  }
  const names = ['LlamaAttention', 'LlamaMLP', 'LlamaDecoderLayer', 'LlamaModel', 'LlamaForCausalLM'];
  model.forward({ inputIds: PROMPT });
  expect(seen.splice(0)).toEqual(names);
  model.generate(PROMPT, { maxNewTokens: 1 });
  expect(seen.splice(0)).toEqual(names);
  await model.generateAsync(PROMPT, { maxNewTokens: 1 });
  expect(seen.splice(0)).toEqual(names);
});

test('what a hook on attention returns replaces its output', async () => {
  const model = llama();
  const before = model.forward({ inputIds: PROMPT }).logits;
  for (const { selfAttn } of model.model.layers) {
    selfAttn.registerForwardHook((_module: unknown, _inputs: unknown, output: unknown) => (output as Tensor).mul(0));
  }
  const after = model.forward({ inputIds: PROMPT }).logits;
  expect(after.equal(before)).toBe(false);
  const [now] = model.generate(PROMPT, { maxNewTokens: 4 }).tolist() as [number[]];
  const later = await model.generateAsync(PROMPT, { maxNewTokens: 4 });
  expect(later.tolist()).toEqual([now]);
  // Without attention a token depends on the one before it alone.
  expect(after.select(1, -1).argmax(-1).tolist()).toEqual([now[3]]);
  const [other] = model.generate(torch.tensor([[9, 9, 3]]), { maxNewTokens: 4 }).tolist() as [number[]];
  expect(other.slice(3)).toEqual(now.slice(3));
});

const slowNorm = (x: Tensor, weight: Tensor, eps: number): Tensor =>
  weight.mul(x.mul(x.pow(2).mean(-1, { keepdim: true }).add(eps).rsqrt()));

function slowTurn(x: Tensor, cos: Tensor, sin: Tensor): Tensor {
  const half = (x.shape.at(-1) as number) / 2;
  const turned = torch.cat([x.narrow(-1, half, half).neg(), x.narrow(-1, 0, half)], -1);
  return x.mul(cos).add(turned.mul(sin));
}

/** The output, the gradients, and the gradients of their squares. */
function derivatives(run: (...leaves: Tensor[]) => Tensor, leaves: readonly Tensor[]): Tensor[] {
  const own = leaves.map((leaf) => leaf.detach().clone().requiresGrad_());
  const output = run(...own);
  const weights = torch.arange(output.numel()).div(output.numel()).reshape(output.shape);
  const first = torch.autograd.grad([output.mul(weights).sum()], own, { createGraph: true }) as Tensor[];
  const sum = first.map((one) => one.square().sum()).reduce((a, b) => a.add(b));
  // Of a linear layer's bias nothing depends twice.
  const second = sum.requiresGrad ? torch.autograd.grad([sum], own, { allowUnused: true }) : [];
  const plain = torch.autograd.grad(
    [
      run(...own)
        .mul(weights)
        .sum(),
    ],
    own,
  ) as Tensor[];
  return [output, ...first, ...plain, ...second.filter((one) => one !== null)];
}

function expectClose(ours: readonly Tensor[], theirs: readonly Tensor[]): void {
  expect(ours.length).toBe(theirs.length);
  ours.forEach((one, i) => expect(torch.allclose(one, theirs[i] as Tensor, { rtol: 1e-5, atol: 1e-6 })).toBe(true));
}

test.each([torch.float32, torch.float64])('the norm and its derivatives, %s', (dtype) => {
  torch.manualSeed(1);
  const x = torch.randn([2, 3, 16], { dtype });
  const weight = torch.randn([16], { dtype });
  // The mean is computed in float32, as transformers does.
  const slow = (a: Tensor, w: Tensor): Tensor =>
    dtype === torch.float32 ? slowNorm(a, w, 1e-6) : w.mul(slowNorm(a.float(), torch.ones([16]), 1e-6).to(dtype));
  expectClose(
    derivatives((a, w) => rmsNorm(a as Tensor, w as Tensor, 1e-6), [x, weight]),
    derivatives((a, w) => slow(a as Tensor, w as Tensor), [x, weight]),
  );
  const rows = torch.func.vmap((row: Tensor) => rmsNorm(row, weight, 1e-6))(x) as Tensor;
  expect(torch.allclose(rows, rmsNorm(x, weight, 1e-6))).toBe(true);
});

test('turning and its derivatives', () => {
  torch.manualSeed(1);
  const [query, key] = [torch.randn([2, 3, 4, 6]), torch.randn([2, 3, 2, 6])];
  const angles = torch.randn([1, 1, 3, 6]);
  const [cos, sin] = [angles.cos(), angles.sin()];
  const both = (turn: (q: Tensor, k: Tensor) => readonly Tensor[]) => (q?: Tensor, k?: Tensor) =>
    torch.cat(turn(q as Tensor, k as Tensor) as Tensor[], 1);
  const slow = (x: Tensor): Tensor => slowTurn(x.transpose(1, 2), cos, sin);
  expectClose(
    derivatives(
      both((q, k) => rotary(q, k, cos, sin)),
      [query, key],
    ),
    derivatives(
      both((q, k) => [slow(q), slow(k)]),
      [query, key],
    ),
  );
});

const bits = (tensors: readonly Tensor[]): unknown => tensors.map((one) => one.detach().tolist());
/** Three linear layers of 8 inputs with 8, 4 and 4 outputs, or without biases. */
const weights = (rows: readonly number[], columns: readonly number[]): Tensor[] =>
  rows.map((row, i) => torch.randn([row, columns[i] as number]));

test.each([true, false])('projections to heads and their derivatives, with biases: %s', (biased) => {
  torch.manualSeed(1);
  const [q, k, v] = weights([8, 4, 4], [8, 8, 8]) as [Tensor, Tensor, Tensor];
  const biases = biased ? [torch.randn([8]), torch.randn([4]), torch.randn([4])] : [];
  const joined = (parts: readonly Tensor[]): Tensor => torch.cat(parts.map((part) => part.reshape([-1])));
  const atOnce = (x: Tensor, a: Tensor, b: Tensor, c: Tensor, ...[d, e, f]: Tensor[]): Tensor =>
    joined(projectHeads(x, a, b, c, d ?? null, e ?? null, f ?? null, 2));
  const oneByOne = (x: Tensor, a: Tensor, b: Tensor, c: Tensor, ...[d, e, f]: Tensor[]): Tensor => {
    const heads = (w: Tensor, bias?: Tensor): Tensor =>
      torch.nn.functional.linear(x, w, bias ?? null).reshape([2, 3, -1, 2]);
    const [query, key, value] = [heads(a, d), heads(b, e), heads(c, f)];
    return joined([query, key, value.transpose(1, 2)]);
  };
  const leaves = [torch.randn([2, 3, 8]), q, k, v, ...biases];
  expect(bits(derivatives(atOnce as never, leaves))).toEqual(bits(derivatives(oneByOne as never, leaves)));
  expect(bits([torch.noGrad(() => atOnce(...(leaves as [Tensor, Tensor, Tensor, Tensor])))])).toEqual(
    bits([oneByOne(...(leaves as [Tensor, Tensor, Tensor, Tensor]))]),
  );
});

test.each([true, false])('the gated part and its derivatives, with biases: %s', (biased) => {
  torch.manualSeed(1);
  const [gate, up, down] = weights([6, 6, 8], [8, 8, 6]) as [Tensor, Tensor, Tensor];
  const biases = biased ? [torch.randn([6]), torch.randn([6]), torch.randn([8])] : [];
  const atOnce = (x: Tensor, a: Tensor, b: Tensor, c: Tensor, ...[d, e, f]: Tensor[]): Tensor =>
    gatedMlp(x, a, b, c, d ?? null, e ?? null, f ?? null);
  const oneByOne = (x: Tensor, a: Tensor, b: Tensor, c: Tensor, ...[d, e, f]: Tensor[]): Tensor => {
    const { linear, silu } = torch.nn.functional;
    const opened = silu(linear(x, a, d ?? null));
    return linear(opened.mul(linear(x, b, e ?? null)), c, f ?? null);
  };
  const leaves = [torch.randn([2, 3, 8]), gate, up, down, ...biases];
  expect(bits(derivatives(atOnce as never, leaves))).toEqual(bits(derivatives(oneByOne as never, leaves)));
  expect(bits([torch.noGrad(() => atOnce(...(leaves as [Tensor, Tensor, Tensor, Tensor])))])).toEqual(
    bits([oneByOne(...(leaves as [Tensor, Tensor, Tensor, Tensor]))]),
  );
});

test('projections refuse what they cannot take, and work under vmap', () => {
  const [x, w] = [torch.randn([1, 2, 8]), torch.randn([8, 8])];
  const ended = torch.randn([8, 8]);
  ended.dispose();
  const heads = (input: Tensor, weight: Tensor, width: number): unknown =>
    projectHeads(input, weight, w, w, null, null, null, width);
  const gated = (input: Tensor, weight: Tensor): Tensor => gatedMlp(input, weight, w, w, null, null, null);
  expect(() => heads(x, w, 0)).toThrow(/expected an input \[batch, tokens, width\]/);
  expect(() => heads(x, w, 3)).toThrow(/shape '\[1, 2, -1, 3\]' is invalid for input of size 16/);
  expect(() => heads(x, w, 2 ** 53)).toThrow(/argument 'width': expected an integer/);
  expect(() => heads(x.squeeze(0), w, 4)).toThrow(/expected an input/);
  expect(() => gated(x, w.double())).toThrow(/same dtype/);
  expect(() => gated(x, ended)).toThrow(/has been disposed/);
  expect(() => gated(Promise.resolve(x) as never, w)).toThrow(/'input' must be Tensor, got Promise/);
  expect(
    gated(torch.full([1, 1, 8], NaN), w)
      .isnan()
      .all()
      .item<boolean>(),
  ).toBe(true);
  expect(gated(torch.randn([0, 2, 8]), w).shape).toEqual([0, 2, 8]);
  const rows = torch.randn([3, 1, 2, 8]);
  const mapped = torch.func.vmap((row: Tensor) => gated(row, w))(rows) as Tensor;
  expect(torch.allclose(mapped, gated(rows, w), { atol: 1e-4 })).toBe(true);
});

test('hooks on single linear layers and on the activation see what they compute', async () => {
  const plain = llama();
  const model = llama();
  const seen: string[] = [];
  const [layer] = [...model.model.layers];
  if (!layer) throw new Error('no layer');
  const { qProj, kProj, vProj } = layer.selfAttn;
  const { gateProj, upProj, downProj, actFn } = layer.mlp;
  const parts = { qProj, kProj, vProj, gateProj, actFn, upProj, downProj };
  for (const [name, part] of Object.entries<torch.nn.Module>(parts)) {
    part.registerForwardHook(() => void seen.push(name));
  }
  const { logits } = model.forward({ inputIds: PROMPT });
  expect(seen.splice(0)).toEqual(Object.keys(parts));
  expect(logits.tolist()).toEqual(plain.forward({ inputIds: PROMPT }).logits.tolist());
  const later = await model.generateAsync(PROMPT, { maxNewTokens: 1 });
  expect(seen.splice(0)).toEqual(Object.keys(parts));
  expect(later.tolist()).toEqual(plain.generate(PROMPT, { maxNewTokens: 1 }).tolist());
});

test('a layer of another class in the place of a linear one is called', () => {
  class Twice extends torch.nn.Linear {
    override forward(input: Tensor): Tensor {
      return super.forward(input).mul(2);
    }
  }
  const model = llama();
  const before = model.forward({ inputIds: PROMPT }).logits;
  const [layer] = [...model.model.layers];
  const twice = new Twice(16, 16, { bias: false });
  torch.noGrad(() => void twice.weight.copy_(layer!.mlp.gateProj.weight));
  layer!.mlp.setSubmodule('gate_proj', twice);
  expect(model.forward({ inputIds: PROMPT }).logits.equal(before)).toBe(false);
  torch.noGrad(() => void twice.weight.div_(2));
  expect(torch.allclose(model.forward({ inputIds: PROMPT }).logits, before, { atol: 1e-6 })).toBe(true);
});

test('an exported model has operators of libtorch only', () => {
  class Logits extends torch.nn.Module {
    readonly model = llama();
    override forward(inputIds: Tensor): Tensor {
      return this.model.forward({ inputIds, useCache: false }).logits;
    }
  }
  const model = new Logits().eval();
  const program = torch.export.export(model, [PROMPT]);
  const targets = program.graph.nodes.map(({ target }) => target);
  expect(targets.some((target) => target.includes('aten.rsqrt'))).toBe(true);
  expect(targets.filter((target) => target.includes('libtorch_node'))).toEqual([]);
  const output = program.module().forward(PROMPT) as Tensor;
  expect(torch.allclose(output, model.forward(PROMPT))).toBe(true);
  const traced = torch.jit.trace(model, [PROMPT]);
  expect(torch.allclose(traced.forward(PROMPT) as Tensor, model.forward(PROMPT))).toBe(true);
});

test.each([
  ['all tokens', null, 50],
  ['a window', 5, 50],
  ['all tokens, for beams', null, 1],
  ['a window, for beams', 5, 3],
])('a cache with %s, beside one that joins tensors', (name, window, every) => {
  torch.manualSeed(4);
  const cache = new language.DynamicCache({ layers: 1, windows: () => window });
  let reference = [torch.empty([2, 1, 0, 4]), torch.empty([2, 1, 0, 4])] as [Tensor, Tensor];
  const order = torch.tensor([1, 0]);
  for (let step = 0; step < 200; step++) {
    const added = step === 0 ? 7 : 1;
    const [keys, values] = [torch.randn([2, 1, added, 4]), torch.randn([2, 1, added, 4])];
    const [allKeys, allValues] = cache.update(keys, values, 0);
    reference = [torch.cat([reference[0], keys], 2), torch.cat([reference[1], values], 2)];
    expect([allKeys.equal(reference[0]), allValues.equal(reference[1])]).toEqual([true, true]);
    // What the caller disposes of is his.
    for (const one of [keys, values]) one.dispose();
    if (step % every === 20 % every) {
      if (name.endsWith('beams')) torch.noGrad(() => runSteps(cache.reorderInSteps(order)));
      else cache.reorder(order);
      reference = reference.map((one) => one.indexSelect(0, order)) as [Tensor, Tensor];
    }
    const most = window === null ? Infinity : window - 1;
    reference = reference.map((one) => {
      const length = one.shape[2] as number;
      return length > most ? one.narrow(2, length - most, most) : one;
    }) as [Tensor, Tensor];
  }
  expect(cache.getSeqLength()).toBe(206);
  cache.dispose();
  expect(() => cache.stored(0)).toThrow(/empty/);
});
