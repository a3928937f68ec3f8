import type { Case, Suite } from '../../harness/types';

const kinds = ['RNN', 'GRU', 'LSTM'] as const;
type Kind = (typeof kinds)[number];

const TARGETS: Readonly<Record<Kind, number>> = { RNN: 0.45, GRU: 0.36, LSTM: 0.75 };
const GATES: Readonly<Record<Kind, number>> = { RNN: 1, GRU: 3, LSTM: 4 };
const [BATCH, INPUT, HIDDEN] = [64, 100, 128];

/** Both products forward, those of the state and of both weights backward; the input needs no gradient. */
function operations(kind: Kind, steps: number): number {
  return 2 * BATCH * steps * GATES[kind] * HIDDEN * (INPUT + HIDDEN + HIDDEN + INPUT + HIDDEN);
}

const product: Case = {
  name: 'matrix product 3200 × 128 × 384',
  unit: 'ms',
  flop: 2 * 3200 * 128 * 384,
  rate: 'flop',
  rounds: 31,
};
const training = kinds.flatMap((kind): Case[] =>
  [50, 200].map((steps) => ({
    name: `${kind} training step, ${steps} time steps`,
    unit: 'ms',
    target: TARGETS[kind],
    rounds: 21,
    flop: operations(kind, steps),
  })),
);
const projected = [50, 200].map(
  (steps): Case => ({
    name: `LSTM with a projection to 64, training step, ${steps} time steps`,
    unit: 'ms',
    rounds: 21,
  }),
);
const streaming = kinds.map(
  (kind): Case => ({ name: `${kind} inference, batch 1, one time step`, unit: 'us', target: 0.35, rounds: 41 }),
);

/** The guide's model (100 → 128 → 2, batch 64) with each layer, and one step at a time as a back end runs it. */
export const suite: Suite = { title: 'Recurrent layers', cases: [product, ...training, ...projected, ...streaming] };
