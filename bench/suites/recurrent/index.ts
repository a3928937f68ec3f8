import type { Case, Suite } from '../../harness/types';

const targets = { RNN: 0.45, GRU: 0.36, LSTM: 0.75 } as const;
const kinds = ['RNN', 'GRU', 'LSTM'] as const;

const training = kinds.flatMap((kind): Case[] =>
  [50, 200].map((steps) => ({
    name: `${kind} training step, ${steps} time steps`,
    unit: 'ms',
    target: targets[kind],
    rounds: 21,
  })),
);
const streaming = kinds.map(
  (kind): Case => ({ name: `${kind} inference, batch 1, one time step`, unit: 'us', target: 0.35, rounds: 41 }),
);

/** The guide's model (100 → 128 → 2, batch 64) with each layer, and one step at a time as a back end runs it. */
export const suite: Suite = { title: 'Recurrent layers', cases: [...training, ...streaming] };
