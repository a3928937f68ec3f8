import { type Argument, ArgumentKind, type Graph, type NamedArgument, type Node } from '../schema/graph';
import type { MergedBranch, MergedCall } from './align';

/** What makes the graph of a branch, and the one around it. */
interface Builder {
  readonly nodes: Node[];
  readonly metas: Graph['tensorValues'];
  readonly sizes: { readonly values: Graph['symIntValues'] };
  /** The graph within this one, whose operands are gathered. */
  inner(operands: string[]): Builder;
  addCall(call: MergedCall): void;
  operand(outerName: string): string;
  output(id: number): string;
}

/** What a node of `torch.ops.higher_order.cond` takes: what decides, a graph for each way, and what both graphs take. */
export function choiceInputs(
  builder: Builder,
  pred: string,
  branches: readonly MergedBranch[],
  count: number,
): NamedArgument[] {
  const operands: string[] = [];
  const made = branches.map((branch) => {
    const inner = builder.inner(operands);
    for (const call of branch.calls) inner.addCall(call);
    return { inner, outputs: branch.outputs.map((id) => inner.output(id)) };
  });
  const graphs = made.map(({ inner, outputs }, i): Argument => {
    const name = `${i === 0 ? 'true' : 'false'}_graph_${count}`;
    return { type: 'as_graph', value: { name, graph: graphOf(inner, operands, outputs) } };
  });
  const taken: Argument = { type: 'as_tensors', value: operands.map((name) => ({ name })) };
  return [tensor(pred), ...graphs, taken].map((arg) => ({ name: '', arg, kind: ArgumentKind.positional }));
}

const tensor = (name: string): Argument => ({ type: 'as_tensor', value: { name } });

/** Both graphs take all operands, in one order, also those that only the other one reads. */
function graphOf(inner: Builder, operands: readonly string[], outputs: readonly string[]): Graph {
  return {
    inputs: operands.map((name) => tensor(inner.operand(name))),
    outputs: outputs.map(tensor),
    nodes: inner.nodes,
    tensorValues: inner.metas,
    symIntValues: inner.sizes.values,
    symBoolValues: new Map(),
    isSingleTensorReturn: false,
    customObjValues: new Map(),
    symFloatValues: new Map(),
  };
}
