import { grad } from '../../autograd/backward';
import { noGrad } from '../../autograd/modes';
import { runtimeError } from '../../errors';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import type { ExportedProgram } from '../exported-program';
import { equal } from './equal';
import type { Assignment } from './expression';
import { inputsAt } from './inputs';
import type { Run } from './model';
import type { Evidence } from './program';
import { flatten, pathText, rebuild } from './tree';

/**
 * Runs a program and its model with the inputs of every run, and with one more at sizes from which nothing was concluded. The
 * outputs have to be equal in all bits, and so do the gradients of the parameters.
 */
export function checkProgram(evidence: Evidence, program: ExportedProgram, fresh: Assignment | null): void {
  const { subject, shapes, runs, assignments } = evidence;
  const last = runs.length - 1;
  compare(evidence, program, runs[last] as Run, assignments[last] as Assignment);
  if (fresh === null) return;
  compare(evidence, program, subject.run(inputsAt(subject.call.inputs, shapes, fresh, 1)), fresh);
}

function compare(evidence: Evidence, program: ExportedProgram, run: Run, at: Assignment): void {
  const { label, subject, shapes, grad: withGradients } = evidence;
  const values = inputsAt(subject.call.inputs, shapes, at, 1);
  const where = shapes.symbols.map(({ name, label: text }) => `${text} = ${at.get(name)}`).join(', ');
  const differ = (what: string): Error =>
    runtimeError(
      `${label}: the program gives another result than the model${where ? ` where ${where}` : ''}: ${what}. The model may keep ` +
        'state outside of its buffers, draw numbers outside of torch, or have a torch.autograd.Function, whose backward is no ' +
        'part of a graph',
    );
  const outputs = subject.fresh(() => call(evidence, program, values));
  const [got, wanted] = [outputs.leaves, run.outputs.leaves];
  if (got.length !== wanted.length) throw differ(`it returns ${got.length} values and not ${wanted.length}`);
  wanted.forEach(({ value, path }, i) => {
    const other = got[i]?.value;
    const same = isTensor(value) && isTensor(other) ? equal(value, other) : Object.is(value, other);
    if (!same) throw differ(`the output${pathText(path)}`);
  });
  if (!withGradients) return;
  const [a, b] = [gradients(evidence, wanted), gradients(evidence, got)];
  const bad = a.findIndex((one, i) => one !== null && !(b[i] && equal(one, b[i])));
  if (bad >= 0) throw differ(`the gradient of ${trained(evidence)[bad]?.name}`);
}

function call({ subject, label }: Evidence, program: ExportedProgram, values: readonly unknown[]) {
  const { args, kwargs, arguments: all } = subject.call;
  const [positional, named] = rebuild([args, kwargs], values[Symbol.iterator]()) as [unknown[], object];
  const names = all.slice(args.length).map(({ name }) => name);
  const keywords = Object.fromEntries(Object.values(named).map((value: unknown, i) => [names[i] as string, value]));
  const given = names.length > 0 ? [...positional, keywords] : positional;
  return flatten(label, program.module().forward(...given));
}

const trained = ({ subject }: Evidence) => subject.tensors.filter(({ tensor }) => tensor.requiresGrad);

/** The gradients of the parameters, for weights of the outputs that differ from each other. */
function gradients(evidence: Evidence, outputs: readonly { readonly value: unknown }[]): (Tensor | null)[] {
  const from = outputs.flatMap(({ value }) => (isTensor(value) && value.requiresGrad ? [value] : []));
  const to = trained(evidence).map(({ tensor }) => tensor);
  if (from.length === 0 || to.length === 0) return [];
  const gradOutputs = noGrad(() => from.map((one) => one.detach().add(1)));
  return grad(from, to, { gradOutputs, allowUnused: true });
}
