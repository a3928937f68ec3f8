/** Nodes of the graph that a backward walks. */
import { int, required, value } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { runtimeError, typeError } from '../../errors';
import { native } from '../../native/binding';
import type { Handle } from '../../native/contract';
import type { NativeEdge, NativeNode, NodeBox } from '../../native/contract/graph';
import { typeName } from '../../arguments/describe';
import { type DType, dtypeOf } from '../../tensor/dtype';
import { Device } from '../../tensor/device';
import { type Tensor, handleOf, isTensor, wrapOrNull } from '../../tensor/tensor';
import { RemovableHandle } from '../removable-hooks';

/** Gradients, null where there is none. */
export type MaybeGradients = readonly (Tensor | null)[];

/**
 * A hook that runs after a node: it gets the gradients of the inputs of the operator and those of its outputs, and may return
 * others instead of the first.
 */
export type NodeHook = (gradInputs: MaybeGradients, gradOutputs: MaybeGradients) => HookResult;

/** A hook that runs before a node: it gets the gradients of the operator's outputs, and may return others. */
export type NodePreHook = (gradOutputs: MaybeGradients) => HookResult;

/** Other gradients, or nothing. */
export type HookResult = Tensor | MaybeGradients | null | undefined | void; // eslint-disable-line @typescript-eslint/no-invalid-void-type -- a hook that returns nothing is one too

/** What is known in advance of a gradient that a node takes. */
export interface InputMetadata {
  /** Null for a nested tensor. */
  readonly shape: readonly number[] | null;
  /** The dtype of the gradient. */
  readonly dtype: DType;
  /** The device that the gradient is on. */
  readonly device: Device;
  /** Whether the gradient is a nested tensor. */
  readonly isNestedTensor: boolean;
}

let isNode: (value: unknown) => value is Node;

/** Only this module makes nodes. */
const KEY = Symbol('Node');

/**
 * One step of the backward: what an operator has left in the graph. `tensor.gradFn` is the node that made a tensor.
 *
 * The saved values of libtorch's own operators (`_saved_self` in Python) cannot be read here: libtorch exports no way to list
 * them. Those of a custom function are {@link Node.savedTensors}.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.graph.Node
 * @example
 * const x = torch.ones([2], { requiresGrad: true });
 * const node = x.mul(2).gradFn;
 * node?.name(); // 'MulBackward0'
 */
export class Node {
  readonly #box: NodeBox;

  /** @internal */
  constructor(key: symbol, box: NodeBox, ...surplus: []) {
    refuseSurplus('Node', 2, surplus);
    if (key !== KEY) throw typeError('Nodes are made by operators: see tensor.gradFn');
    this.#box = box;
  }

  /** @internal */
  static boxOf(node: Node): NodeBox {
    return node.#box;
  }

  static {
    isNode = (value): value is Node => typeof value === 'object' && value !== null && #box in value;
  }

  /** The name of the step, such as `MulBackward0`. */
  name(): string {
    return native.nodeName(this.#box);
  }

  /**
   * For each input of the operator the node that comes next and the number of its output that the input was; null where the
   * input needs no gradient.
   */
  get nextFunctions(): readonly (readonly [node: Node | null, outputNr: number])[] {
    return native.nodeNext(this.#box).map(([node, number]) => [nodeOrNull(node), number] as const);
  }

  /** An object that stays with the node, for whatever its user wants to remember. */
  get metadata(): Record<PropertyKey, unknown> {
    return native.nodeMetadata(this.#box);
  }

  /** How many nodes this thread has made before this one. A backward takes later nodes first. */
  get sequenceNr(): number {
    return Number(native.nodeSequence(this.#box));
  }

  /** Shape, dtype and device of each gradient that the node takes; null where there is none. */
  get inputMetadata(): readonly (InputMetadata | null)[] {
    return native.nodeInputs(this.#box).map((input) => {
      if (!input) return null;
      const { dtype, device, nested } = input;
      return {
        shape: input.shape ?? null,
        dtype: dtypeOf(dtype),
        device: new Device(device),
        isNestedTensor: nested,
      };
    });
  }

  /** Of the node that ends at a leaf: the leaf, to whose `grad` it adds. Otherwise null. */
  get variable(): Tensor | null {
    return wrapOrNull(native.nodeVariable(this.#box));
  }

  /**
   * What a custom function has saved for its backward; null for a node of libtorch.
   *
   * @throws TorchError `ERR_TORCH_AUTOGRAD` if the graph has been freed, or one of them was changed in place
   */
  get savedTensors(): readonly (Tensor | null)[] | null {
    return native.nodeSaved(this.#box)?.map(wrapOrNull) ?? null;
  }

  /**
   * Calls a function each time after this node has run.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.graph.Node.register_hook.html
   * @example
   * const x = torch.ones([2], { requiresGrad: true });
   * const y = x.clone();
   * y.gradFn?.registerHook((_gradInputs, [gradOutput]) => [gradOutput!.mul(2)]);
   * y.sum().backward();
   * x.grad?.tolist(); // [2, 2]
   */
  registerHook(hook: NodeHook): RemovableHandle {
    requireFunction('Node.registerHook', hook);
    const call = (handles: (Handle | null)[], count: number): (Handle | null)[] => {
      const all = handles.map(wrapOrNull);
      const inputs = all.slice(0, count);
      return changed(hook, hook(inputs, all.slice(count)), inputs);
    };
    const box = native.registerNodeHook(this.#box, call);
    return new RemovableHandle(() => native.removeHook(box));
  }

  /**
   * Calls a function each time before this node runs.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.graph.Node.register_prehook.html
   * @example
   * const x = torch.ones([2], { requiresGrad: true });
   * const y = x.clone();
   * y.gradFn?.registerPrehook(([gradOutput]) => [gradOutput!.mul(3)]);
   * y.sum().backward();
   * x.grad?.tolist(); // [3, 3]
   */
  registerPrehook(hook: NodePreHook): RemovableHandle {
    requireFunction('Node.registerPrehook', hook);
    const call = (handles: (Handle | null)[]): (Handle | null)[] => {
      const given = handles.map(wrapOrNull);
      return changed(hook, hook(given), given);
    };
    const box = native.registerNodePreHook(this.#box, call);
    return new RemovableHandle(() => native.removeHook(box));
  }
}

limitArguments([Node], { name: 0, registerHook: 1, registerPrehook: 1 });

function requireFunction(name: string, hook: unknown): void {
  if (typeof hook !== 'function') throw typeError(`${name}: expected a function`);
}

/** The gradients that a hook has returned, checked as Python does; an empty list if it has left them as they are. */
function changed(hook: NodeHook | NodePreHook, result: HookResult, given: MaybeGradients): (Handle | null)[] {
  if (result === null || result === undefined) return [];
  const list: readonly unknown[] = isTensor(result) ? [result] : result;
  const name = `hook '${hook.name}'`;
  if (!Array.isArray(list)) throw typeError(`${name} must return Tensors or nothing, got ${typeName(result)}`);
  if (list.length !== given.length) {
    throw runtimeError(
      `${name} has returned an incorrect number of values (got ${list.length}, but expected ${given.length})`,
      { code: 'ERR_TORCH_AUTOGRAD' },
    );
  }
  return list.map((gradient, i) => changedOne(name, gradient, given[i] ?? null));
}

/** As Python's `tensor.type()`. */
function typeOf({ dtype, device }: Tensor): string {
  const names: Readonly<Record<string, string>> = {
    float32: 'Float',
    float64: 'Double',
    float16: 'Half',
    bfloat16: 'BFloat16',
  };
  return `torch.${device.type === 'cuda' ? 'cuda.' : ''}${names[dtype.name] ?? dtype.name}Tensor`;
}

function changedOne(name: string, gradient: unknown, former: Tensor | null): Handle | null {
  if (gradient === null || gradient === undefined) return null;
  if (!isTensor(gradient)) throw typeError(`expected Variable, but hook returned '${typeName(gradient)}'`);
  if (former === null) {
    throw runtimeError("can't replace a None gradient with a non-None value", { code: 'ERR_TORCH_AUTOGRAD' });
  }
  const same = gradient.shape.length === former.shape.length && gradient.shape.every((n, i) => n === former.shape[i]);
  if (!same) throw runtimeError(`${name} has changed the size of value`, { code: 'ERR_TORCH_AUTOGRAD' });
  if (gradient.dtype !== former.dtype) {
    throw runtimeError(`${name} has changed the type of value (was ${typeOf(former)} got ${typeOf(gradient)})`, {
      code: 'ERR_TORCH_AUTOGRAD',
    });
  }
  return handleOf(gradient);
}

/** The objects of nodes by their addresses, so that one node is one object as long as somebody holds it. */
const known = new Map<number, WeakRef<Node>>();
/** After so many, those that have been collected are forgotten. */
let most = 1000;

/** @internal */
export function nodeOrNull(node: NativeNode | null): Node | null {
  if (node === null) return null;
  const [address, box] = node;
  const existing = known.get(address)?.deref();
  if (existing) return existing;
  if (known.size >= most) {
    for (const [key, reference] of known) if (!reference.deref()) known.delete(key);
    most = Math.max(1000, 2 * known.size);
  }
  const made = new Node(KEY, box);
  known.set(address, new WeakRef(made));
  return made;
}

const EDGE = {
  node: value<Node>('a Node', (given) => isNode(given)),
  outputNr: int(),
  ownershipToken: value<Node | null>('a Node or null', (given) => given === null || isNode(given), null),
};

/**
 * Where in the graph a gradient is computed: an output of a node. `backward` and `grad` take edges in place of tensors, so that
 * the tensor itself need not be kept.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.graph.GradientEdge
 */
export class GradientEdge {
  readonly node: Node;
  readonly outputNr: number;
  /** Keeps what the node does not. Always null here, where a node keeps its graph. */
  readonly ownershipToken: Node | null;

  constructor(node: Node, outputNr: number, ownershipToken: Node | null = null, ...surplus: []) {
    refuseSurplus('GradientEdge', 3, surplus);
    const read = readArguments('GradientEdge', EDGE, [node, outputNr, ownershipToken]);
    this.node = read.node;
    this.outputNr = read.outputNr;
    this.ownershipToken = read.ownershipToken;
  }
}

const isEdge = (given: unknown): given is GradientEdge => given instanceof GradientEdge;

/** A place for a tensor or an edge. @internal */
export const tensorOrEdge = required(
  value<Tensor | GradientEdge>('a Tensor or a GradientEdge', (v) => isTensor(v) || isEdge(v)),
);

export { isEdge };

function edgeOf([node, number]: NativeEdge): GradientEdge {
  return new GradientEdge(nodeOrNull(node) as Node, number);
}

const GET_EDGE = { tensor: value<Tensor>('a Tensor', isTensor) };

/**
 * The edge of the graph at which the gradient of a tensor is computed.
 *
 * @throws TorchError if the tensor needs no gradient
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.graph.get_gradient_edge
 * @example
 * const x = torch.ones([2], { requiresGrad: true });
 * const y = x.mul(3);
 * const edge = torch.autograd.graph.getGradientEdge(y);
 * const [gradient] = torch.autograd.grad([y.pow(2).sum()], [edge]);
 * gradient?.tolist(); // [6, 6]
 */
export function getGradientEdge(tensor: Tensor, ...surplus: []): GradientEdge {
  const read = readArguments('getGradientEdge', GET_EDGE, [tensor, ...surplus]);
  if (!read.tensor.requiresGrad) {
    throw runtimeError('It is not possible to get the gradient edge for a Tensor that does not require gradients');
  }
  return edgeOf(native.gradientEdge(handleOf(read.tensor)));
}

/** As native code takes an edge. @internal */
export function nativeEdge(place: Tensor | GradientEdge): readonly [NodeBox, number] {
  const { node, outputNr } = isTensor(place) ? edgeOf(native.gradientEdge(handleOf(place))) : place;
  return [Node.boxOf(node), outputNr];
}
