import { runtimeError } from '../../errors';
import { isTensor } from '../../ops/tensor-methods';
import type { ExportedProgram } from '../exported-program';
import { equal } from './equal';
import type { Assignment } from './expression';
import { inputsAt } from './inputs';
import type { Run } from './subject';
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
  compare(
    evidence,
    program,
    subject.run(inputsAt(subject.call.inputs, shapes, fresh, evidence.variant), evidence.grad),
    fresh,
  );
}

function compare(evidence: Evidence, program: ExportedProgram, run: Run, at: Assignment): void {
  const { label, subject, shapes, grad: withGradients } = evidence;
  const values = inputsAt(subject.call.inputs, shapes, at, evidence.variant);
  const where = shapes.symbols.map(({ name, label: text }) => `${text} = ${at.get(name)}`).join(', ');
  const differ = (what: string): Error =>
    runtimeError(
      `${label}: the result of the program differs from that of the model${where ? ` where ${where}` : ''}: ${what}. The model may keep ` +
        'state outside of its buffers, draw numbers outside of torch, or have a torch.autograd.Function, whose backward is not ' +
        'part of a graph',
    );
  const { outputs, gradients } = subject.fresh(() => {
    const made = runProgram(evidence, program, values);
    return { outputs: made, gradients: withGradients ? subject.gradients(made) : [] };
  });
  const [got, wanted] = [outputs.leaves, run.outputs.leaves];
  if (got.length !== wanted.length) throw differ(`it returns ${got.length} values and not ${wanted.length}`);
  wanted.forEach(({ value, path }, i) => {
    const other = got[i]?.value;
    const same = isTensor(value) && isTensor(other) ? equal(value, other) : Object.is(value, other);
    if (!same) throw differ(`the output${pathText(path)}`);
  });
  const bad = (run.gradients ?? []).findIndex((one, i) => one !== null && !(gradients[i] && equal(one, gradients[i])));
  if (bad >= 0) throw differ(`the gradient of ${subject.trained[bad]?.name}`);
}

function runProgram({ subject, label }: Evidence, program: ExportedProgram, values: readonly unknown[]) {
  const { args, kwargs, arguments: all } = subject.call;
  const [positional, named] = rebuild([args, kwargs], values[Symbol.iterator]()) as [unknown[], object];
  const names = all.slice(args.length).map(({ name }) => name);
  const keywords = Object.fromEntries(Object.values(named).map((value: unknown, i) => [names[i] as string, value]));
  const given = names.length > 0 ? [...positional, keywords] : positional;
  return flatten(label, program.module().forward(...given));
}
