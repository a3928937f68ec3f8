import { GraphSignature } from '../graph-signature';
import type { Graph } from '../schema/graph';
import type { Program, RangeConstraint } from '../schema/program';
import { forwardCode } from './code';

/** Indents all lines but the first; empty ones stay empty. */
function indent(text: string): string {
  const [first, ...rest] = text.split('\n');
  return [first, ...rest.map((line) => (line.trim() === '' ? '' : `    ${line}`))].join('\n');
}

function graphText(graph: Graph, name: string, constants: readonly (string | undefined)[]): string {
  const code = indent(`class ${name}(torch.nn.Module):\n${forwardCode(graph, constants)}`);
  const inner = graph.nodes.flatMap(({ inputs }) =>
    inputs.flatMap(({ arg }) => (arg.type === 'as_graph' ? [graphText(arg.value.graph, arg.value.name, [])] : [])),
  );
  return code + indent(['', ...inner].join('\n'));
}

/** The graph as Python prints it. @internal */
export function printGraphModule({ graphModule }: Program): string {
  const constants = graphModule.signature.inputSpecs.map((spec) =>
    spec.type === 'constant_input' ? spec.value.name : undefined,
  );
  return graphText(graphModule.graph, 'GraphModule', constants);
}

function rangeText({ minVal, maxVal }: RangeConstraint): string {
  return `VR[${minVal ?? '-int_oo'}, ${maxVal ?? 'int_oo'}]`;
}

/** A program as Python prints it. @internal */
export function printProgram(program: Program): string {
  const inside = (text: string): string => text.replaceAll('\n', '\n    ');
  const ranges = [...program.rangeConstraints].map(([name, range]) => `${name}: ${rangeText(range)}`);
  return (
    `ExportedProgram:\n    ${inside(printGraphModule(program))}\n` +
    `Graph signature: ${inside(String(new GraphSignature(program.graphModule.signature)))}\n` +
    `Range constraints: {${ranges.join(', ')}}\n`
  );
}
