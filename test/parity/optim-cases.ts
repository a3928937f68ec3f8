/** One optimizer with one set of options, in Python's spelling. */
export interface Case {
  readonly name: string;
  readonly optimizer: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly groups?: readonly Readonly<Record<string, unknown>>[];
  readonly shapes?: readonly (readonly number[])[];
  readonly dtype?: string;
  readonly default_dtype?: string;
  readonly grads?: 'dense' | 'sparse';
  /** Some gradients are missing in each step. */
  readonly holes?: boolean;
  readonly scale?: number;
}

/** Each set of options alone and, where the optimizer has it, on lists of tensors. */
function family(
  optimizer: string,
  base: Readonly<Record<string, unknown>>,
  sets: readonly Readonly<Record<string, unknown>>[],
  variants: readonly Readonly<Record<string, unknown>>[] = [{}, { foreach: true }],
): Case[] {
  return sets.flatMap((set) =>
    variants.map((variant) => {
      const options = { ...base, ...set, ...variant };
      return { name: nameOf(optimizer, options), optimizer, options };
    }),
  );
}

function nameOf(optimizer: string, options: object): string {
  const parts = Object.entries(options).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [optimizer, ...parts].join('-').replace(/[^\w=.-]/g, '_');
}

/** Data of other kinds, for one optimizer. */
function data(optimizer: string, options: Readonly<Record<string, unknown>>): Case[] {
  return [
    { name: `${optimizer}-holes`, optimizer, options, holes: true },
    { name: `${optimizer}-float64`, optimizer, options, dtype: 'float64' },
    { name: `${optimizer}-default-float64`, optimizer, options, default_dtype: 'float64' },
    { name: `${optimizer}-bfloat16`, optimizer, options, dtype: 'bfloat16' },
  ];
}

function complex(optimizer: string, options: Readonly<Record<string, unknown>>): Case[] {
  return [{}, { foreach: true }].map((variant) => ({
    name: `${optimizer}-complex${'foreach' in variant ? '-foreach' : ''}`,
    optimizer,
    options: { ...options, ...variant },
    dtype: 'complex64',
  }));
}

const FUSED = [{}, { foreach: true }, { fused: true }];

const ADAM: readonly Case[] = ['Adam', 'AdamW'].flatMap((optimizer) => [
  ...family(
    optimizer,
    { lr: 0.01 },
    [
      {},
      { betas: [0.8, 0.95], eps: 1e-6 },
      { weight_decay: 0.1 },
      { amsgrad: true },
      { maximize: true },
      { maximize: true, weight_decay: 0.1, amsgrad: true },
    ],
    FUSED,
  ),
  ...family(
    optimizer,
    {},
    [{ lr: { tensor: 0.01 } }, { lr: { tensor: 0.01 }, weight_decay: 0.1 }],
    [{}, { fused: true }],
  ),
  ...family(optimizer, { lr: 0.01 }, [{ differentiable: true }, { differentiable: true, amsgrad: true }], [{}]),
  ...data(optimizer, { lr: 0.01, weight_decay: 0.01 }),
  ...complex(optimizer, { lr: 0.01, amsgrad: true }),
]);

const ADAM_ONLY: readonly Case[] = [
  ...family('Adam', { lr: 0.01, weight_decay: 0.1, decoupled_weight_decay: true }, [{}], FUSED),
  {
    name: 'Adam-groups',
    optimizer: 'Adam',
    options: { lr: 0.01 },
    groups: [{ lr: 0.1 }, { betas: [0.5, 0.9], amsgrad: true }],
  },
];

const SGD: readonly Case[] = [
  ...family(
    'SGD',
    { lr: 0.1 },
    [
      {},
      { momentum: 0.9 },
      { momentum: 0.9, dampening: 0.3 },
      { momentum: 0.9, nesterov: true },
      { momentum: 0.9, nesterov: true, weight_decay: 0.1, maximize: true },
      { weight_decay: 0.1 },
      { maximize: true },
      { lr: { tensor: 0.1 }, momentum: 0.5 },
    ],
    FUSED,
  ),
  ...family('SGD', { lr: 0.1 }, [{ differentiable: true, momentum: 0.9 }], [{}]),
  ...data('SGD', { lr: 0.1, momentum: 0.9 }),
  ...complex('SGD', { lr: 0.1, momentum: 0.9 }),
  { name: 'SGD-sparse', optimizer: 'SGD', options: { lr: 0.1 }, grads: 'sparse', shapes: [[5, 3], [7]] },
];

export const CASES: readonly Case[] = [...ADAM, ...ADAM_ONLY, ...SGD];
