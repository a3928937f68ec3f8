import { runtimeError } from '../errors';
import type { Node } from '../export/schema/graph';
import { Call, type Values, placeOf, positive } from './call';
import { TO_END } from './onnx-graph';

/** ONNX's values never change, and those of torch do: a write to a view is a write to what it shows. */

/** What a name of the program stands for now. */
interface Slot {
  onnx: string;
  /** How often it was written to. */
  version: number;
  /** The tensor that it shows a part of, and the node that made it. */
  readonly view: { readonly base: string; readonly node: Node; readonly result: number } | null;
  /** The version of the base that it was made from. */
  seen: number;
}

/** Operators that show their first tensor. */
const VIEWS = new Set(
  [
    ...[
      'view',
      'reshape',
      'flatten',
      'unflatten',
      'squeeze',
      'unsqueeze',
      'transpose',
      'permute',
      't',
      'select',
      'slice',
    ],
    ...['narrow', 'detach', 'alias', 'expand', 'contiguous', 'split', 'chunk', 'split_with_sizes', 'unbind', 'movedim'],
    ...['swapaxes', 'swapdims', 'view_as', 'mT', 'numpy_T', 'expand_as', 'to', 'moveaxis', 'ravel', 'tensor_split'],
  ].map((name) => `aten.${name}`),
);

/** Names of tensors in a program, and the ONNX values that stand for them. */
export class Slots {
  readonly #slots = new Map<string, Slot>();
  /** Names that are another name for a tensor: what an in-place operator returns. */
  readonly #same = new Map<string, string>();

  constructor(
    private readonly values: Values,
    /** Converts a node again, after what it shows has changed. */
    private readonly convert: (node: Node) => readonly (string | null)[],
  ) {}

  set(name: string, onnx: string, node: Node | null = null, result = 0): void {
    const call = node && new Call(this.values, node);
    const base = call && VIEWS.has(call.operator) ? call.nameOf('self') : null;
    const view = node && base !== null ? { base: this.#root(base), node, result } : null;
    const seen = view ? this.#slot(view.base).version : 0;
    this.#slots.set(name, { onnx, version: 0, view, seen });
  }

  /** Another name for the same tensor. */
  alias(name: string, target: string): void {
    this.#same.set(name, this.#root(target));
  }

  #root(name: string): string {
    return this.#same.get(name) ?? name;
  }

  #slot(name: string): Slot {
    const found = this.#slots.get(this.#root(name));
    if (!found) throw runtimeError(`torch.onnx.export: the program has no value ${name}`);
    return found;
  }

  get(name: string): string {
    const slot = this.#slot(name);
    if (!slot.view) return slot.onnx;
    this.get(slot.view.base);
    const { version } = this.#slot(slot.view.base);
    if (version !== slot.seen) {
      slot.onnx = this.convert(slot.view.node)[slot.view.result] as string;
      slot.seen = version;
      slot.version++;
    }
    return slot.onnx;
  }

  /** Other elements for a tensor, and for those that it shows. */
  write(name: string, onnx: string): void {
    const slot = this.#slot(name);
    this.get(name);
    slot.onnx = onnx;
    slot.version++;
    if (!slot.view) return;
    const { base, node } = slot.view;
    this.write(base, inverse(new Call(this.values, node), this.get(base), onnx));
    slot.seen = this.#slot(base).version;
  }
}

/** `base` with the elements of a view of it in their places. */
function inverse(call: Call, base: string, part: string): string {
  const { g } = call;
  const { rank } = call.meta('self');
  switch (call.operator) {
    case 'aten.select': {
      const axis = positive(call.number('dim'), rank);
      const index = call.number('index');
      return between(call, base, axis, index, index + 1, g.unsqueeze(part, axis));
    }
    case 'aten.slice': {
      if (call.number('step', 1) !== 1) break;
      const end = call.has('end') ? call.number('end') : TO_END;
      return between(call, base, positive(call.number('dim', 0), rank), call.number('start', 0), end, part);
    }
    case 'aten.transpose':
    case 'aten.t':
      return g.transpose(part, swapped(call, rank));
    case 'aten.permute': {
      const order = call.ints('dims').map((axis) => positive(axis, rank));
      return g.transpose(
        part,
        order.map((_, axis) => order.indexOf(axis)),
      );
    }
    case 'aten.expand':
    case 'aten.expand_as':
    case 'aten.split':
    case 'aten.chunk':
    case 'aten.unbind':
    case 'aten.narrow':
    case 'aten.movedim':
      break;
    default:
      return g.reshape(part, g.shape(base));
  }
  throw runtimeError(
    `torch.onnx.export: a write to the result of ${call.operator} has no counterpart in ONNX${placeOf(call.node)}; ` +
      'put the parts together with torch.cat or torch.where',
  );
}

function swapped(call: Call, rank: number): number[] {
  const at = (name: string, standard: number): number => positive(call.number(name, standard), rank);
  const [a, b] = [at('dim0', 0), at('dim1', 1)];
  return Array.from({ length: rank }, (_, axis) => (axis === a ? b : axis === b ? a : axis));
}

/** What is before `start`, the part, and what is behind `end`. */
function between(call: Call, base: string, axis: number, start: number, end: number, part: string): string {
  const { g } = call;
  const parts = [part];
  if (start !== 0) parts.unshift(g.slice(base, axis, 0, start));
  if (end < TO_END && end !== 0) parts.push(g.slice(base, axis, end, TO_END));
  return g.concat(parts, axis);
}
