import { typeName } from '../arguments/describe';
import { runtimeError } from '../errors';
import { native } from '../native/binding';
import { inGradMode } from '../native/grad-mode';
import { type Tensor, handleOf, isTensor, wrap } from '../tensor/tensor';
import type { CustomFunction, ForwardResult } from './function-types';
import { applyGenerated, unwrapBatched } from './function-vmap-rule';
import type { OutDims, VmapInfo } from './vmap-info';

/** Custom functions under the transforms of `torch.func`: each layer applies the function at its own level. */

/** @internal */
type Apply = (Class: CustomFunction, args: readonly unknown[]) => ForwardResult;

const RANDOMNESS = ['error', 'same', 'different'] as const;

/** Runs `body` without the innermost layer. */
function lowered<R>(body: () => R): R {
  native.lowerLayer();
  try {
    return body();
  } finally {
    native.raiseLayer();
  }
}

/** Applies a custom function at the innermost layer, and so on outwards. @internal */
export function applyTransformed(Class: CustomFunction, args: readonly unknown[], apply: Apply): ForwardResult {
  const layer = native.currentLayer();
  if (layer === null) return apply(Class, args);
  if (!Class.setupContext) {
    throw runtimeError(
      'In order to use an autograd.Function with functorch transforms (vmap, grad, jvp, jacrev, ...), it must override the ' +
        'setup_context staticmethod: declare static setupContext(context, inputs, output), and forward without a context.',
    );
  }
  if (layer.kind === 'grad' || layer.kind === 'jvp') return apply(atLevel(Class, layer.level, apply), args);
  if (layer.kind === 'vmap') {
    const info = { batchSize: layer.batchSize ?? 0, randomness: RANDOMNESS[layer.randomness ?? 0] ?? 'error' };
    return applyMapped(Class, args, apply, { ...info, level: layer.level });
  }
  throw runtimeError(`${Class.name}: a custom function has no rule for ${layer.kind} here`);
}

/** Both kinds of derivatives, which `forward` is run without. */
function differentiating<R>(body: () => R): R {
  const former = native.setForwardGradEnabled(true);
  try {
    return inGradMode(true, body);
  } finally {
    native.setForwardGradEnabled(former);
  }
}

/** The function whose `forward` is applied one level further out. */
function atLevel(Class: CustomFunction, level: number, apply: Apply): CustomFunction {
  const forward = (...operands: unknown[]): ForwardResult => {
    const inner = operands.map((operand) =>
      isTensor(operand) ? wrap(native.unwrapForGrad(handleOf(operand), level)) : operand,
    );
    const result = lowered(() => differentiating(() => applyTransformed(Class, inner, apply)));
    // A result that is an argument, changed in place, stays that.
    const outer = (value: unknown): unknown => {
      if (!isTensor(value)) return value;
      const at = inner.findIndex((operand) => isTensor(operand) && native.isSame(handleOf(operand), handleOf(value)));
      return at >= 0 ? operands[at] : wrap(native.wrapForGrad(handleOf(value), level));
    };
    return (Array.isArray(result) ? result.map(outer) : outer(result)) as ForwardResult;
  };
  return {
    name: Class.name,
    forward,
    setupContext: (context, inputs, output) => Class.setupContext?.(context, inputs, output),
    backward: (context, ...gradients) => Class.backward(context, ...gradients),
    ...(Class.jvp ? { jvp: (context, ...tangents) => Class.jvp?.(context, ...tangents) ?? null } : {}),
  };
}

function applyMapped(
  Class: CustomFunction,
  args: readonly unknown[],
  apply: Apply,
  { level, ...info }: VmapInfo & { readonly level: number },
): ForwardResult {
  const pairs = args.map((arg) => unwrapBatched(arg, level));
  const [inner, dims] = [pairs.map(([value]) => value), pairs.map(([, dim]) => dim)];
  if (Class.generateVmapRule === true) {
    if (Class.vmap) {
      throw runtimeError(
        `You tried to vmap over ${Class.name}, but it has both generateVmapRule: true and an overridden vmap staticmethod. ` +
          'Please set generateVmapRule: false or delete the overridden vmap staticmethod to avoid ambiguity.',
      );
    }
    const { outputs, outDims } = lowered(() =>
      applyGenerated(Class, inner, dims, info, (made, values) => applyTransformed(made, values, apply)),
    );
    return wrapMapped(Class.name, outputs, outDims, level, [inner, args]);
  }
  if (!Class.vmap) {
    throw runtimeError(
      `You tried to vmap over ${Class.name}, but it does not have vmap support. Please override and implement the vmap ` +
        'staticmethod, static vmap(info, inDims, ...args), which returns [output, outDims], or set generateVmapRule: true.',
    );
  }
  if (dims.every((dim) => dim === null)) return lowered(() => applyTransformed(Class, inner, apply));
  const answer: unknown = lowered(() => Class.vmap?.(info, dims, ...inner));
  if (!Array.isArray(answer) || answer.length !== 2) {
    throw runtimeError(
      'Expected the vmap staticmethod to have two returns, an output and out_dims with pytree structure compatible with the ' +
        `output. Got ${typeName(answer)}`,
    );
  }
  return wrapMapped(Class.name, answer[0] as ForwardResult, answer[1] as OutDims, level, [inner, args]);
}

/** Puts the batch back; a result that is an argument, changed in place, stays that. */
function wrapMapped(
  name: string,
  output: ForwardResult,
  outDims: OutDims,
  level: number,
  [inner, args]: readonly [readonly unknown[], readonly unknown[]],
): ForwardResult {
  const back = (value: unknown, dim: number | null | undefined): unknown => {
    if (!isTensor(value)) return value;
    const at = inner.findIndex((operand) => isTensor(operand) && native.isSame(handleOf(operand), handleOf(value)));
    if (at >= 0) return args[at];
    return typeof dim === 'number' ? wrap(native.addBatchDim(handleOf(value), dim, level)) : value;
  };
  if (!Array.isArray(output)) return back(output, Array.isArray(outDims) ? outDims[0] : outDims) as Tensor;
  const dims: readonly (number | null)[] = Array.isArray(outDims)
    ? outDims
    : output.map(() => outDims as number | null);
  if (dims.length === output.length) return output.map((value, i) => back(value, dims[i]));
  throw runtimeError(
    `The autograd.Function's vmap staticmethod returned an incompatible (output, out_dims) tuple: ${name}.vmap returned ` +
      `${output.length} outputs and ${dims.length} out_dims`,
  );
}
