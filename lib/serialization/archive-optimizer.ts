import * as creation from '../ops/creation/index';
import { float32 } from '../tensor/dtype';
import { isTensor } from '../tensor/tensor';
import { serializationError } from './errors';
import type { ArchiveForm } from '../native/contract/serialization';

/** An optimizer's state dict, as Python's. */
interface ArchivedState {
  state: Map<number, Record<string, unknown>>;
  param_groups: Record<string, unknown>[];
}

/** What an archive needs of an optimizer: every `optim.Optimizer` has it. */
export interface ArchivableOptimizer {
  readonly paramGroups: readonly object[];
  stateDict(): ArchivedState;
  loadStateDict(state: ArchivedState): void;
}

/** One value of an archive: the names that lead to it, the type C++ reads, the value. */
export interface ArchiveItem {
  readonly names: readonly string[];
  readonly form: ArchiveForm;
  readonly value: unknown;
}

/** Names are Python's and C++'s alike; so are the types, but for those that the functions below translate. */
interface Layout {
  readonly options: Readonly<Record<string, ArchiveForm>>;
  readonly state: Readonly<Record<string, ArchiveForm>>;
}

const adam: Layout = {
  options: { lr: 'double', betas: 'doubles', eps: 'double', weight_decay: 'double', amsgrad: 'bool' },
  state: { step: 'int', exp_avg: 'tensor', exp_avg_sq: 'tensor', max_exp_avg_sq: 'tensor' },
};

/** The optimizers that libtorch has in C++. */
const layouts: Readonly<Record<string, Layout>> = {
  Adam: adam,
  AdamW: adam,
  SGD: {
    options: { lr: 'double', momentum: 'double', dampening: 'double', weight_decay: 'double', nesterov: 'bool' },
    state: { momentum_buffer: 'tensor' },
  },
  Adagrad: {
    options: {
      lr: 'double',
      lr_decay: 'double',
      weight_decay: 'double',
      initial_accumulator_value: 'double',
      eps: 'double',
    },
    state: { sum: 'tensor', step: 'int' },
  },
  RMSprop: {
    options: {
      lr: 'double',
      alpha: 'double',
      eps: 'double',
      weight_decay: 'double',
      momentum: 'double',
      centered: 'bool',
    },
    state: { step: 'int', square_avg: 'tensor', momentum_buffer: 'tensor', grad_avg: 'tensor' },
  },
  LBFGS: {
    options: {
      lr: 'double',
      max_iter: 'int',
      max_eval: 'int',
      tolerance_grad: 'double',
      tolerance_change: 'double',
      history_size: 'int',
      line_search_fn: 'string',
    },
    state: {
      func_evals: 'int',
      n_iter: 'int',
      t: 'double',
      prev_loss: 'double',
      d: 'tensor',
      H_diag: 'tensor',
      prev_flat_grad: 'tensor',
      old_dirs: 'tensors',
      old_stps: 'tensors',
      ro: 'tensors',
      al: 'none', // room for a step's own use
    },
  },
};

/** Options that C++ does not have. Training would continue differently without them. */
const unknownToCpp = ['maximize', 'differentiable'];

/** Whether a value is an optimizer. @internal */
export function isOptimizer(value: unknown): value is ArchivableOptimizer {
  return typeof value === 'object' && value !== null && 'paramGroups' in value && 'loadStateDict' in value;
}

function layoutOf(caller: string, optimizer: ArchivableOptimizer): Layout {
  for (let at: unknown = optimizer; at !== null; at = Object.getPrototypeOf(at)) {
    const { name } = (at as object).constructor;
    if (Object.hasOwn(layouts, name)) return layouts[name] as Layout;
  }
  const { name } = optimizer.constructor;
  throw serializationError(
    `${caller}: C++ has no ${name}, only ${Object.keys(layouts).join(', ')}; use torch.save(optimizer.stateDict(), path)`,
  );
}

/** What `torch::save(optimizer, path)` writes. @internal */
export function itemsOfOptimizer(caller: string, optimizer: ArchivableOptimizer): ArchiveItem[] {
  const layout = layoutOf(caller, optimizer);
  const { state, param_groups: groups } = optimizer.stateDict();
  const level = ['param_groups'];
  return [
    { names: ['pytorch_version'], form: 'string', value: '1.5.0' }, // of the layout
    { names: ['state', ''], form: 'level', value: null },
    ...[...state].flatMap(([number, entry]) => stateItems(layout, keyOf(number), entry)),
    { names: [...level, 'param_groups/size'], form: 'size', value: groups.length },
    ...groups.flatMap((group, i) => groupItems(caller, layout, [...level, `param_groups/${i}`], group)),
  ];
}

/** C++ names a parameter by its address; any positive number will do. */
const keyOf = (number: number): string => String(number + 1);

function stateItems(layout: Layout, key: string, entry: Readonly<Record<string, unknown>>): ArchiveItem[] {
  const present = Object.entries(layout.state).filter(
    ([name, form]) => form === 'none' || (entry[name] !== undefined && entry[name] !== null),
  );
  // Without momentum SGD keeps an entry with nothing in it, C++ none.
  if (present.length === 0) return [];
  return present.map(([name, form]) => ({ names: ['state', key, name], form, value: valueOf(form, entry[name]) }));
}

function groupItems(
  caller: string,
  layout: Layout,
  level: readonly string[],
  group: Readonly<Record<string, unknown>>,
): ArchiveItem[] {
  const refused = unknownToCpp.find((name) => group[name] === true);
  if (refused) throw serializationError(`${caller}: C++ has no option ${refused}`);
  const params = group['params'] as readonly number[];
  return [
    { names: [...level, 'params/size'], form: 'size', value: params.length },
    ...params.map(
      (number, i): ArchiveItem => ({ names: [...level, `params/${i}`], form: 'string', value: keyOf(number) }),
    ),
    ...Object.entries(layout.options).map(([name, form]): ArchiveItem => {
      const value = group[name] ?? null;
      return { names: [...level, 'options', name], form: value === null ? 'none' : form, value: valueOf(form, value) };
    }),
  ];
}

/** A step or a learning rate may be a tensor in Python, H_diag a number. */
function valueOf(form: ArchiveForm, value: unknown): unknown {
  if (form === 'tensor') return typeof value === 'number' ? creation.tensor(value, { dtype: float32 }) : value;
  return form !== 'none' && isTensor(value) ? value.item() : value;
}

/**
 * The state dict that an archive holds for `optimizer`; options that C++ lacks stay as they are. `read` gives a value
 * of the archive.
 *
 * @internal
 */
export function stateDictOfArchive(
  caller: string,
  optimizer: ArchivableOptimizer,
  values: ReadonlyMap<string, unknown>,
): ArchivedState {
  const layout = layoutOf(caller, optimizer);
  const state: ArchivedState['state'] = new Map();
  checkSize(caller, 'parameter groups', values.get('param_groups.param_groups/size'), optimizer.paramGroups.length);
  const groups = optimizer.stateDict().param_groups.map((group, i) => {
    const level = `param_groups.param_groups/${i}`;
    (group['params'] as readonly number[]).forEach((number, k) => {
      const key = values.get(`${level}.params/${k}`);
      const entry = stateOf(layout, values, `state.${String(key)}`);
      if (Object.keys(entry).length > 0) state.set(number, entry);
    });
    return { ...group, ...optionsOf(layout, values, `${level}.options`), ...sizesOf(caller, group, values, level) };
  });
  return { state, param_groups: groups };
}

function stateOf(layout: Layout, values: ReadonlyMap<string, unknown>, level: string): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  for (const [name, form] of Object.entries(layout.state)) {
    const value = values.get(`${level}.${name}`);
    if (form === 'none' || value === undefined) continue;
    // Python counts steps in tensors, but not LBFGS, whose counters have other names.
    entry[name] = name === 'step' ? creation.tensor(Number(value), { dtype: float32 }) : value;
  }
  return entry;
}

function optionsOf(layout: Layout, values: ReadonlyMap<string, unknown>, level: string): Record<string, unknown> {
  const names = Object.keys(layout.options);
  const missing = names.find((name) => !values.has(`${level}.${name}`));
  if (missing) throw serializationError(`torch.loadArchive: the archive is of another optimizer: it has no ${missing}`);
  return Object.fromEntries(names.map((name) => [name, values.get(`${level}.${name}`)]));
}

function sizesOf(
  caller: string,
  group: Readonly<Record<string, unknown>>,
  values: ReadonlyMap<string, unknown>,
  level: string,
): Record<string, unknown> {
  const params = group['params'] as readonly number[];
  checkSize(caller, 'parameters in a group', values.get(`${level}.params/size`), params.length);
  return { params };
}

function checkSize(caller: string, what: string, found: unknown, expected: number): void {
  const size = isTensor(found) ? Number(found.item()) : undefined;
  if (size === expected) return;
  throw serializationError(
    size === undefined
      ? `${caller}: the archive is not that of an optimizer`
      : `${caller}: the archive has ${size} ${what}, the optimizer ${expected}`,
  );
}
