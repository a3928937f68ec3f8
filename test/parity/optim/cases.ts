/** One optimizer with one set of options, in Python's spelling. */
export interface Case {
  readonly name: string;
  readonly optimizer: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly groups?: readonly Readonly<Record<string, unknown>>[];
  readonly shapes?: readonly (readonly number[])[];
  readonly dtype?: string;
  readonly default_dtype?: string;
  /** `faint`: mostly zeros, and others from 1 down to where squares are no normal numbers. */
  readonly grads?: 'dense' | 'sparse' | 'faint';
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

/** Gradients as an embedding's, most of whose rows are not in a batch; with an eps that covers their roots, and without. */
function faint(optimizer: string): Case[] {
  return [{}, { amsgrad: true }, { eps: 1e-20 }, { eps: 1e-36, betas: [0.9, 0.5] }].map((set) => {
    const options = { lr: 0.01, ...set };
    return {
      name: `${nameOf(optimizer, options)}-faint`,
      optimizer,
      options,
      grads: 'faint',
      shapes: [[300, 100], [33]],
    };
  });
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
  ...family(
    optimizer,
    { betas: [{ tensor: 0.8 }, { tensor: [0.95] }] },
    [
      { lr: 0.01, weight_decay: 0.1 },
      { lr: { tensor: 0.01 }, amsgrad: true, maximize: true },
      { lr: 0.01, differentiable: true },
    ],
    [{}],
  ),
  ...family(optimizer, { lr: 0.01, betas: [{ tensor: 0.8 }, { tensor: 0.95 }] }, [{ fused: true }], [{}]),
  ...data(optimizer, { lr: 0.01, weight_decay: 0.01 }),
  ...complex(optimizer, { lr: 0.01, amsgrad: true }),
  ...faint(optimizer),
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

/** What the optimizers that only know single tensors and lists have in common. */
function usual(
  optimizer: string,
  base: Readonly<Record<string, unknown>>,
  sets: readonly Readonly<Record<string, unknown>>[],
): Case[] {
  return [
    ...family(optimizer, base, [{}, { maximize: true }, ...sets]),
    ...family(optimizer, base, [{ differentiable: true }], [{}]),
    ...data(optimizer, base),
    ...complex(optimizer, base),
  ];
}

const DECAY = { weight_decay: 0.1 };

const OTHERS: readonly Case[] = [
  ...usual('Adadelta', { lr: 0.5 }, [{ rho: 0.8, eps: 1e-4 }, DECAY, { ...DECAY, maximize: true }]),
  ...usual('Adagrad', { lr: 0.05 }, [
    { lr_decay: 0.1, initial_accumulator_value: 0.3 },
    DECAY,
    { ...DECAY, maximize: true, eps: 1e-4 },
  ]),
  ...family('Adagrad', { fused: true }, [{}, { lr_decay: 0.1, weight_decay: 0.1, maximize: true }], [{}]),
  { name: 'Adagrad-sparse', optimizer: 'Adagrad', options: { lr: 0.1 }, grads: 'sparse', shapes: [[5, 3], [7]] },
  ...usual('Adamax', { lr: 0.02 }, [{ betas: [0.8, 0.9], eps: 1e-4 }, DECAY, { ...DECAY, maximize: true }]),
  ...usual('ASGD', { lr: 0.1 }, [{ t0: 5, lambd: 0.01, alpha: 0.5 }, DECAY, { ...DECAY, maximize: true, t0: 2 }]),
  ...usual('NAdam', { lr: 0.02 }, [
    { betas: [0.8, 0.95], momentum_decay: 0.01 },
    DECAY,
    { ...DECAY, decoupled_weight_decay: true },
    { ...DECAY, maximize: true },
  ]),
  ...usual('RAdam', { lr: 0.02 }, [
    { betas: [0.8, 0.95], eps: 1e-4 },
    DECAY,
    { ...DECAY, decoupled_weight_decay: true },
    { ...DECAY, maximize: true },
  ]),
  ...usual('RMSprop', { lr: 0.01 }, [
    { alpha: 0.9, eps: 1e-4 },
    { momentum: 0.9 },
    { centered: true },
    { ...DECAY, centered: true, momentum: 0.5, maximize: true },
  ]),
  ...usual('Rprop', { lr: 0.01 }, [{ etas: [0.4, 1.5], step_sizes: [1e-3, 0.05] }]),
  ...['Adadelta', 'Adagrad', 'Adamax', 'ASGD', 'NAdam', 'RAdam', 'RMSprop', 'Rprop'].flatMap((optimizer) =>
    family(optimizer, { lr: { tensor: 0.01 } }, [{}], [{}]),
  ),
  ...family('Adafactor', {}, [
    {},
    { lr: 0.5, beta2_decay: -0.5, eps: [1e-6, 1e-2], d: 2 },
    { ...DECAY, maximize: true },
  ]),
  ...data('Adafactor', { lr: 0.1 }),
  ...[
    {},
    { nesterov: false, momentum: 0.8 },
    { weight_decay: 0, ns_steps: 3, eps: 1e-5 },
    { adjust_lr_fn: 'original', lr: 0.02 },
    { adjust_lr_fn: 'match_rms_adamw', ns_coefficients: [3, -4, 2] },
  ].map((options) => ({
    name: nameOf('Muon', options),
    optimizer: 'Muon',
    options,
    shapes: [
      [6, 4],
      [37, 41],
      [3, 3],
    ],
  })),
  ...[{}, { lr: 0.1, betas: [0.8, 0.95], eps: 1e-4 }, { maximize: true }].map((options) => ({
    name: nameOf('SparseAdam', options),
    optimizer: 'SparseAdam',
    options,
    grads: 'sparse' as const,
    shapes: [[5, 3], [7], [11, 2, 3]],
  })),
];

/** Parameters that are worked on in blocks (native/optim/blocks.h), with an odd rest. */
const LARGE: readonly Case[] = [
  ['Adam', { lr: 0.01 }],
  ['Adam', { lr: 0.01, weight_decay: 0.1, amsgrad: true, maximize: true }],
  ['AdamW', { lr: { tensor: 0.01 }, weight_decay: 0.1 }],
  ['SGD', { lr: 0.1 }],
  ['SGD', { lr: 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.1 }],
  ['RMSprop', { lr: 0.01, centered: true, momentum: 0.5, weight_decay: 0.1 }],
].map(([optimizer, options]) => ({
  name: `large-${nameOf(optimizer as string, options as object)}`,
  optimizer: optimizer as string,
  options: options as Case['options'],
  shapes: [[257, 263]],
}));

export const CASES: readonly Case[] = [...LARGE, ...ADAM, ...ADAM_ONLY, ...SGD, ...OTHERS];
