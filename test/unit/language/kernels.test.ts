/** Hooks inside models, the cache, and the native parts of decoders beside the operators they stand for. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import * as language from '../../../lib/language/index';
import { rmsNorm, rotary } from '../../../lib/language/kernels';

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
  const second = sum.requiresGrad ? (torch.autograd.grad([sum], own) as Tensor[]) : [];
  const plain = torch.autograd.grad(
    [
      run(...own)
        .mul(weights)
        .sum(),
    ],
    own,
  ) as Tensor[];
  return [output, ...first, ...plain, ...second];
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
  ['all tokens', null],
  ['a window', 5],
])('a cache with %s, beside one that joins tensors', (_name, window) => {
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
    if (step % 50 === 20) {
      cache.reorder(order);
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
