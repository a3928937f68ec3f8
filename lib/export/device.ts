import type { Device } from '../tensor/device';
import type { Argument, Graph } from './schema/graph';
import type { Program } from './schema/program';
import type { TensorMeta } from './schema/tensor-meta';

/** A program whose graph names another device, as Python's `move_to_device_pass`. @internal */
export function onDevice(program: Program, device: Device): Program {
  const { graphModule } = program;
  return { ...program, graphModule: { ...graphModule, graph: moveGraph(graphModule.graph, device) } };
}

function moveGraph(graph: Graph, device: Device): Graph {
  const { type, index } = device;
  const meta = (value: TensorMeta): TensorMeta => ({ ...value, device: { type, index } });
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      inputs: node.inputs.map((input) => ({ ...input, arg: moveArgument(input.arg, device) })),
    })),
    tensorValues: new Map([...graph.tensorValues].map(([name, value]) => [name, meta(value)])),
  };
}

function moveArgument(arg: Argument, device: Device): Argument {
  const { type, index } = device;
  if (arg.type === 'as_device') return { type: 'as_device', value: { type, index } };
  if (arg.type !== 'as_graph') return arg;
  return { type: 'as_graph', value: { ...arg.value, graph: moveGraph(arg.value.graph, device) } };
}
