/**
 * Run as a program: random recurrent layers by the fused kernels beside libtorch's in float64, which the fused kernels
 * leave to libtorch. Prints the kernels' name and the worst relative error by kind, as JSON. The environment says which
 * kernels: LIBTORCH_NODE_CPU_CAPABILITY.
 */
import * as torch from '../../lib/index';
import { nn, type Tensor } from '../../lib/index';
import { PackedSequence } from '../../lib/nn/utils/packed-sequence';
import { randomizer } from './random-choice';

type AnyLayer = nn.Module & { forward(input: unknown, hx?: unknown): [unknown, Tensor | Tensor[]] };

const KINDS = ['RNN', 'GRU', 'LSTM', 'projected LSTM'] as const;

interface Inputs {
  readonly x: Tensor;
  readonly hx: readonly Tensor[];
  readonly sizes: readonly number[] | null;
}

/** Outputs and all gradients of one layer in one dtype. */
function results(layer: AnyLayer, inputs: Inputs, isLstm: boolean): Tensor[] {
  const x = inputs.x.detach().requiresGrad_();
  const hx = inputs.hx.map((h) => h.detach().requiresGrad_());
  const fed = inputs.sizes ? new PackedSequence(x, torch.tensor([...inputs.sizes])) : x;
  const [y, states] = layer.forward(fed, isLstm ? hx : hx[0]);
  const outputs = [y instanceof PackedSequence ? y.data : (y as Tensor), states].flat();
  outputs
    .map((o) => o.mul(o).sum().add(o.sin().sum()))
    .reduce((a, b) => a.add(b))
    .backward();
  return [...outputs, ...[x, ...hx, ...layer.parameters()].map((t) => t.grad!)];
}

function worst(actual: readonly Tensor[], expected: readonly Tensor[]): number {
  const errors = actual.map((tensor, i) => {
    const wanted = expected[i]!.detach();
    const scale = Math.max(Number(wanted.abs().max().item()), 1e-30);
    return Number(tensor.detach().to(torch.float64).sub(wanted).abs().max().item()) / scale;
  });
  return Math.max(...errors);
}

function oneCase(i: number, pick: (values: readonly number[]) => number): [kind: string, error: number] {
  const flag = (): boolean => pick([0, 1]) === 1;
  const kind = KINDS[i % KINDS.length]!;
  const isLstm = kind.endsWith('LSTM');
  const [input, hidden, batch, steps] = [
    pick([1, 3, 10, 33]),
    pick([5, 8, 16, 17, 33, 48]),
    pick([1, 2, 13, 24, 40]),
    pick([1, 2, 7, 20]),
  ];
  const projSize = kind === 'projected LSTM' ? pick([1, 3, 4, hidden - 1]) : 0;
  const options = { numLayers: pick([1, 2]), bias: flag(), bidirectional: flag(), ...(projSize ? { projSize } : {}) };
  const Class = nn[kind === 'projected LSTM' ? 'LSTM' : kind] as unknown as new (...args: unknown[]) => AnyLayer;
  const layer = new Class(input, hidden, options);
  const wide = new Class(input, hidden, options).double();
  wide.loadStateDict(layer.stateDict());
  const lengths = Array.from({ length: batch }, (_, row) => (row === 0 ? steps : pick([1, 2, steps])));
  const sizes = flag() ? Array.from({ length: steps }, (_, t) => lengths.filter((length) => length > t).length) : null;
  const shape = sizes ? [sizes.reduce((a, b) => a + b), input] : [steps, batch, input];
  const rows = options.numLayers * (options.bidirectional ? 2 : 1);
  const widths = isLstm ? [projSize || hidden, hidden] : [hidden];
  const hx = widths.map((width) => torch.randn([rows, batch, width]));
  const x = torch.randn(shape);
  const doubled = { x: x.double(), hx: hx.map((h) => h.double()), sizes };
  return [kind, worst(results(layer, { x, hx, sizes }, isLstm), results(wide, doubled, isLstm))];
}

function main(): void {
  torch.manualSeed(5);
  const pick = randomizer(11);
  const errors: Record<string, number> = {};
  for (let i = 0; i < 72; i++) {
    torch.scope(() => {
      const [kind, error] = oneCase(i, pick);
      errors[kind] = Math.max(errors[kind] ?? 0, error);
    });
  }
  console.log(JSON.stringify({ kernels: torch.backends.rnn.kernels, errors }));
}

main();
