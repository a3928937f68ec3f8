import { nn, type Tensor } from '../index';
import * as torch from '../index';

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

/** Makes a model whose weights are filled later: nothing is drawn, and generators are left as they were. */
export function undrawn<M>(make: () => M): M {
  const state = torch.getRngState();
  const before = drawing;
  drawing = false;
  try {
    return make();
  } finally {
    drawing = before;
    torch.setRngState(state);
    state.dispose();
  }
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
