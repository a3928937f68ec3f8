import * as nn from '../nn/index';
import { CrossEntropyLoss, type Module, NLLLoss } from '../nn/index';
import type { Tensor } from '../ops/tensor-methods';
import type { Settings } from './settings';
import type { Forwarded } from './step';

/** A mistake, and whether it is one for certain. */
export interface Finding {
  readonly certain: boolean;
  readonly message: string;
}

const certain = (message: string): Finding => ({ certain: true, message });
const likely = (message: string): Finding => ({ certain: false, message });

/** Before the first batch: the model and the optimizer. */
export function checkSetup<B>({ model, optimizer }: Settings<B>): Finding[] {
  const findings: Finding[] = [];
  if (!model.training) {
    findings.push(
      certain('the model is in eval mode, so that dropout and batch norm do not train: call model.train()'),
    );
  } else if (isShell(model)) {
    findings.push(
      likely('the model is in training mode, but all modules in it are in eval mode: call model.train() once more'),
    );
  }
  const trained = new Set(optimizer.paramGroups.flatMap((group) => group.params));
  const own = model.namedParameters().filter(([, parameter]) => parameter.requiresGrad);
  const missing = own.filter(([, parameter]) => !trained.has(parameter)).map(([name]) => name);
  if (own.length > 0 && missing.length === own.length) {
    findings.push(certain("the optimizer's parameters are not the model's: make it from model.parameters()"));
  } else if (missing.length > 0) {
    findings.push(likely(`the optimizer does not have these parameters, which will not change: ${list(missing)}`));
  }
  return [...findings, ...checkPrivate(model)];
}

/** Whether a model that trains wraps modules of which none does, as an adapter around a model that was just loaded. */
function isShell(model: Module): boolean {
  const inner = [...model.modules()].filter((one) => one !== model);
  return inner.length > 0 && inner.every((one) => !one.training);
}

/** The first batch, after its forward pass. */
export function checkBatch<B>({ loss, model }: Settings<B>, computed: Forwarded): Finding[] {
  const { input, output, target } = computed;
  if (output === null || target === null) return [];
  const findings = [...checkInput(input, model.parameters()[0] ?? null)];
  if (loss instanceof NLLLoss || loss instanceof CrossEntropyLoss) {
    findings.push(...checkLabels(output, target, Number(loss.ignoreIndex)));
  }
  if (loss instanceof NLLLoss) findings.push(...checkLogProbabilities(output));
  if (loss instanceof CrossEntropyLoss) findings.push(...checkScores(output));
  const [a, b] = [output.shape.join(', '), target.shape.join(', ')];
  if (target.dtype.isFloatingPoint && a !== b && !(loss instanceof CrossEntropyLoss)) {
    findings.push(likely(`the output is [${a}] and the target [${b}]: the loss broadcasts one of them`));
  }
  return findings;
}

function checkInput(input: Tensor | null, parameter: Tensor | null): Finding[] {
  if (!input || !parameter || !input.dtype.isFloatingPoint || input.dtype === parameter.dtype) return [];
  return [likely(`the input is ${input.dtype}, the parameters are ${parameter.dtype}`)];
}

function checkLabels(output: Tensor, target: Tensor, ignoreIndex: number): Finding[] {
  if (target.dtype.isFloatingPoint || target.numel() === 0) return [];
  const classes = output.shape[output.ndim === 1 ? 0 : 1] ?? 0;
  const kept = target.maskedSelect(target.ne(ignoreIndex));
  if (kept.numel() === 0) return [];
  const [least, most] = [Number(kept.min().item()), Number(kept.max().item())];
  const wrong = least < 0 ? least : most;
  if (least >= 0 && most < classes) return [];
  return [certain(`label ${wrong} is outside of [0, ${classes}): the model has ${classes} classes`)];
}

/** Raw scores given to NLLLoss train a little and never well; log-probabilities are never positive and sum to one. */
function checkLogProbabilities(output: Tensor): Finding[] {
  const sums = output
    .detach()
    .exp()
    .sum(output.ndim === 1 ? 0 : 1);
  const off = Number(sums.sub(1).abs().max().item());
  if (off < 1e-2) return [];
  return [
    certain(
      'NLLLoss expects log-probabilities, but the exponentials of the outputs do not sum to 1: ' +
        'put LogSoftmax at the end of the model, or use CrossEntropyLoss on raw scores',
    ),
  ];
}

/** Probabilities given to CrossEntropyLoss go through a second softmax: the model learns slowly, and is never sure. */
function checkScores(output: Tensor): Finding[] {
  const classes = output.ndim === 1 ? 0 : 1;
  if ((output.shape[classes] ?? 0) < 2 || !output.dtype.isFloatingPoint) return [];
  const own = output.detach();
  const off = own.sum(classes).sub(1).abs().max().item();
  if (!(own.min().item() >= 0) || !(off < 1e-3)) return [];
  return [
    likely(
      'CrossEntropyLoss expects raw scores, but the outputs are probabilities: it applies softmax itself, ' +
        'so leave Softmax out of the model',
    ),
  ];
}

/** A layer in a `#private` field is not found: it is not trained, saved or moved. Classes say so in their text. */
function checkPrivate(model: Module): Finding[] {
  const classes = new Set(model.modules().map(({ constructor }) => constructor));
  return [...classes].flatMap((Class) => {
    const text = Function.prototype.toString.call(Class);
    return [...text.matchAll(/#([\w$]+)\s*=\s*new\s+(?:[\w$]+\.)*([\w$]+)/g)]
      .filter(([, , name = '']) => isPart((nn as Readonly<Record<string, unknown>>)[name]))
      .map(([, field, name]) =>
        likely(
          `${Class.name}.#${field} holds a ${name}, which is not found in a #private field: it is not trained, saved or moved. ` +
            'Use `private readonly`, or registerModule()',
        ),
      );
  });
}

const isPart = (Class: unknown): boolean =>
  typeof Class === 'function' && (Class === nn.Parameter || Class.prototype instanceof nn.Module);

/** After the first backward. */
export function checkGradients<B>({ model }: Settings<B>): Finding[] {
  const without = model.namedParameters().filter(([, parameter]) => parameter.requiresGrad && parameter.grad === null);
  if (without.length === 0) return [];
  return [likely(`these parameters got no gradient: ${list(without.map(([name]) => name))}`)];
}

function list(names: readonly string[]): string {
  return names.slice(0, 8).join(', ') + (names.length > 8 ? ` and ${names.length - 8} more` : '');
}
