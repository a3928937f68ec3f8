/** Small exported programs made by hand, for tests without Python. */
import { native } from '../../lib/native/binding';
import type { Tensor } from '../../lib/index';
import * as torch from '../../lib/index';
import { encodeInputs } from '../../lib/export/exported-program';
import type { ProgramParts } from '../../lib/export/program-parts';
import { recordsOf } from '../../lib/export/archive/write';
import type { Argument, Graph, NamedArgument, Node } from '../../lib/export/schema/graph';
import { type Program, SCHEMA_VERSION } from '../../lib/export/schema/program';
import type { InputSpec } from '../../lib/export/schema/signature';
import type { TensorMeta } from '../../lib/export/schema/tensor-meta';

export const tensor = (name: string): Argument => ({ type: 'as_tensor', value: { name } });
export const int = (value: number | bigint): Argument => ({ type: 'as_int', value });

export function call(target: string, inputs: Readonly<Record<string, Argument>>, outputs: readonly Argument[]): Node {
  const given = Object.entries(inputs).map(([name, arg]): NamedArgument => ({ name, arg, kind: 1 }));
  const name = outputs[0]?.type === 'as_tensor' ? outputs[0].value.name : 'node';
  return { target, inputs: given, outputs, metadata: new Map(), isHopSingleTensorReturn: null, name };
}

export function graphOf(nodes: readonly Node[], inputs: readonly string[], outputs: readonly Argument[]): Graph {
  return {
    inputs: inputs.map(tensor),
    outputs,
    nodes,
    tensorValues: new Map(),
    symIntValues: new Map(),
    symBoolValues: new Map(),
    isSingleTensorReturn: false,
    customObjValues: new Map(),
    symFloatValues: new Map(),
  };
}

const meta = (value: Tensor): TensorMeta => ({
  dtype: 7,
  sizes: value.shape.map((size) => ({ type: 'as_int', value: size })),
  requiresGrad: false,
  device: { type: 'cpu', index: null },
  strides: value.stride().map((stride) => ({ type: 'as_int', value: stride })),
  storageOffset: { type: 'as_int', value: 0 },
  layout: 7,
});

const leaf = { type: null, context: null, children_spec: [] };
const tree = (type: string, context: unknown, children: readonly unknown[]): unknown => ({
  type,
  context: JSON.stringify(context),
  children_spec: children,
});

/** A program of `state` and one input `x`, whose nodes are `nodes` and whose only result is `result`. */
export function programOf(
  nodes: readonly Node[],
  result: Argument,
  x: Tensor,
  state: Readonly<Record<string, Tensor>> = {},
): ProgramParts {
  const names = Object.keys(state);
  const graph: Graph = {
    ...graphOf(nodes, [...names.map((name) => `p_${name}`), 'x'], [result]),
    tensorValues: new Map([['x', meta(x)]]),
  };
  const inputSpecs: InputSpec[] = names.map((name) => ({
    type: 'parameter',
    value: { arg: { name: `p_${name}` }, parameterName: name },
  }));
  inputSpecs.push({ type: 'user_input', value: { arg: tensor('x') } });
  const inputs = tree('builtins.tuple', null, [tree('builtins.tuple', null, [leaf]), tree('builtins.dict', [], [])]);
  const signature = { inputs: [], outputs: [], forwardArgNames: ['x'] };
  const program: Program = {
    graphModule: {
      graph,
      signature: { inputSpecs, outputSpecs: [{ type: 'user_output', value: { arg: result } }] },
      moduleCallGraph: [
        {
          fqn: '',
          signature: { ...signature, inSpec: JSON.stringify([1, inputs]), outSpec: JSON.stringify([1, leaf]) },
        },
      ],
      metadata: new Map(),
      treespecNamedtupleFields: new Map(),
    },
    opsetVersion: new Map([['aten', 10]]),
    rangeConstraints: new Map(),
    schemaVersion: SCHEMA_VERSION,
    verifiers: ['TRAINING'],
    torchVersion: '2.13.0',
    guardsCode: [],
  };
  const stateDict = new Map(names.map((name) => [name, new torch.nn.Parameter(state[name] as Tensor)]));
  return { program, stateDict, constants: new Map(), exampleInputs: encodeInputs([x], {}) };
}

/** A linear layer, of 3 inputs and 2 outputs unless one is given, for inputs of the shape of `x`. */
export function linear(x = torch.ones([4, 3]), layer?: torch.nn.Linear): ProgramParts {
  const inputs = { input: tensor('x'), weight: tensor('p_weight'), bias: tensor('p_bias') };
  const node = call('torch.ops.aten.linear.default', inputs, [tensor('linear')]);
  const weight = layer?.weight.detach() ?? torch.ones([2, 3]);
  const bias = layer?.bias?.detach() ?? torch.arange(2).to(torch.float32);
  return programOf([node], tensor('linear'), x, { weight, bias });
}

/** Writes a program, with some of its records replaced, left out (null) or changed. */
export function writeProgram(
  file: string,
  parts: ProgramParts,
  change: Readonly<Record<string, Buffer | null | ((text: string) => string)>> = {},
): string {
  const { names, contents } = recordsOf({ label: 'test', file }, new Map([['model', parts]]), new Map());
  const kept: [string, Uint8Array | number][] = [];
  names.forEach((name, i) => {
    const changed = change[name];
    const content = contents[i] as Uint8Array | number;
    if (changed === null) return;
    if (typeof changed === 'function') {
      kept.push([name, Buffer.from(changed(Buffer.from(content as Uint8Array).toString()))]);
    } else kept.push([name, changed ?? content]);
  });
  for (const [name, content] of Object.entries(change)) {
    if (Buffer.isBuffer(content) && !names.includes(name)) kept.push([name, content]);
  }
  native.zipWrite(
    file,
    kept.map(([name]) => name),
    kept.map(([, content]) => content as Uint8Array),
  );
  return file;
}
