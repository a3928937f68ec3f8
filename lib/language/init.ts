import { nn, type Tensor } from '../index';
import * as torch from '../index';
import type { Turns } from '../native/turns';

/** How first weights are drawn. Weights that a checkpoint has filled are left alone. */

/** Modules that have their first weights: a model within a model draws its own. */
const finished = new WeakSet<nn.Module>();
let kept: ReadonlySet<Tensor> | null = null;
let drawing = true;

/** Draws from a normal distribution around 0. */
export function normal(tensor: Tensor, std: number): void {
  if (!kept?.has(tensor)) nn.init.normal_(tensor, 0, std);
}

/** Sets all to one number. */
export function constant(tensor: Tensor | null, number: number): void {
  if (tensor && !kept?.has(tensor)) nn.init.constant_(tensor, number);
}

/** Whether a tensor is from a checkpoint. */
export function isKept(tensor: Tensor): boolean {
  return kept?.has(tensor) ?? false;
}

/** Where layers of a model are to be made one by one, their makers; null where a model is made at once. */
let pending: (() => void)[] | null = null;

/** Makes on the device 'meta': without memory, and nothing is drawn. Layers are put off if there is a list for them. */
function onMeta<M>(list: (() => void)[] | null, make: () => M): M {
  const before = [drawing, pending] as const;
  [drawing, pending] = [false, list];
  const device = torch.setDefaultDevice('meta');
  try {
    return make();
  } finally {
    device.restore();
    [drawing, pending] = before;
  }
}

/** Makes a model whose weights are filled later, with turns for the event loop between its layers. */
export async function undrawn<M>(make: () => M, turns: Turns): Promise<M> {
  const list: (() => void)[] = [];
  const model = onMeta(list, make);
  for (const layer of list) {
    await turns.pause();
    onMeta(null, layer);
  }
  return model;
}

/** The layers of a model, which are many and alike. */
export function layers<M extends nn.Module>(count: number, make: (index: number) => M): nn.ModuleList<M> {
  const all = new nn.ModuleList<M>();
  for (let i = 0; i < count; i++) {
    const add = (): void => void all.append(make(i));
    if (pending) pending.push(add);
    else add();
  }
  return all;
}

/** A model that draws the weights of its modules. */
export interface Drawing extends nn.Module {
  initWeights(module: nn.Module): void;
}

function isDrawing(module: nn.Module): module is Drawing {
  return typeof (module as { initWeights?: unknown }).initWeights === 'function';
}

function visit(module: nn.Module, owner: Drawing): void {
  for (const child of module.children()) visit(child, isDrawing(child) ? child : owner);
  if (finished.has(module)) return;
  finished.add(module);
  owner.initWeights(module);
}

/** Draws the first weights of what has none yet. */
export function initialize(model: Drawing): void {
  if (drawing) visit(model, model);
}

/** Draws the weights that a checkpoint has left, which are all but `loaded`. */
export function initializeRest(model: Drawing, loaded: ReadonlySet<Tensor>): void {
  kept = loaded;
  try {
    visit(model, model);
  } finally {
    kept = null;
  }
}

/** What most families do: a normal distribution for matrices, 0 for biases and padding, 1 for the weights of norms. */
export function initializeUsual(module: nn.Module, std: number): void {
  if (module instanceof nn.Linear) {
    normal(module.weight, std);
    constant(module.bias, 0);
  } else if (module instanceof nn.Embedding) {
    normal(module.weight, std);
    const { paddingIdx, weight } = module;
    if (paddingIdx !== null && !isKept(weight)) torch.noGrad(() => void weight.select(0, paddingIdx).zero_());
  } else if (/LayerNorm|RMSNorm/.test(module.displayName())) {
    const { weight, bias } = module as { weight?: Tensor | null; bias?: Tensor | null };
    constant(weight ?? null, 1);
    constant(bias ?? null, 0);
  }
}
