import { statSync } from 'node:fs';

import { openProgram } from '../export/archive/read';
import { Records } from '../export/archive/records';
import { constantsConfig, programIn, WEIGHTS, weightsConfig, CONSTANTS } from '../export/archive/record-names';
import { readTensors } from '../export/archive/tensors';
import { type PayloadMeta, payloadConfig } from '../export/schema/program';
import { SCALAR_TYPES, type SymInt } from '../export/schema/tensor-meta';
import { serializationError } from '../serialization/errors';
import { type FileOutline, Note, type TensorOutline, widthOf } from '../serialization/outline';
import { markOrderedDict } from '../serialization/python-values';
import type { Tensor } from '../tensor/tensor';

/** How many operators a summary names. */
const SOME_OPERATORS = 12;

/** The weights of an exported program by their names in its state dict. */
export function programWeights(file: string): Record<string, Tensor> {
  const records = recordsOf('convert', file);
  const { weights } = openProgram(records, { mmap: true, device: 'cpu' });
  return markOrderedDict(Object.fromEntries(readTensors(weights)));
}

/** What an exported program holds: its weights, and what its graph is made of. */
export function outlineProgram(file: string): FileOutline {
  const records = recordsOf('inspect', file);
  const names = records.names.flatMap((record) => programIn(record) ?? []);
  const table = (config: string): ReadonlyMap<string, PayloadMeta> =>
    records.has(config) ? records.json(config, payloadConfig).config : new Map<string, PayloadMeta>();
  const tensors = names.flatMap((name) => [
    ...outlinesOf(records, WEIGHTS, table(weightsConfig(name))),
    ...outlinesOf(records, CONSTANTS, table(constantsConfig(name))),
  ]);
  return {
    format: 'pt2',
    bytes: statSync(file).size,
    bigEndian: false,
    tensors,
    values: summaryOf(records),
    metadata: {},
    classes: [],
    advice: 'torch.export.load opens the program; `npx libtorch-node convert` takes its weights',
  };
}

function recordsOf(label: string, file: string): Records {
  const records = Records.open({ label, file });
  if (records.names.some((record) => programIn(record) !== undefined)) return records;
  const compiled = records.names.some((name) => name.startsWith('data/aotinductor/'));
  throw serializationError(
    `${label}: ${JSON.stringify(file)} ` +
      (compiled
        ? 'is a package of AOTInductor: compiled code, whose weights are inside it; use the program that it was made from'
        : 'is a .pt2 archive without a program; export the model again'),
  );
}

function summaryOf(records: Records): Record<string, Note> {
  const { program } = openProgram(records, { mmap: true, device: 'cpu' });
  const { graph } = program.graphModule;
  const counts = new Map<string, number>();
  for (const { target } of graph.nodes) counts.set(target, (counts.get(target) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1]);
  const shown = most.slice(0, SOME_OPERATORS).map(([name, count]) => `${name.replace(/^torch\.ops\./, '')} × ${count}`);
  const more = most.length > SOME_OPERATORS ? `, and ${most.length - SOME_OPERATORS} others` : '';
  return {
    graph: new Note(`${graph.nodes.length} nodes: ${shown.join(', ')}${more}`),
    'written by': new Note(
      `torch ${program.torchVersion}, schema ${program.schemaVersion.major}.${program.schemaVersion.minor}`,
    ),
  };
}

/** Tensors that share a record share their memory. */
function outlinesOf(records: Records, folder: string, config: ReadonlyMap<string, PayloadMeta>): TensorOutline[] {
  return [...config].map(([name, { pathName, isParam, tensorMeta }]) => {
    const shape = (tensorMeta?.sizes ?? []).map(sizeOf);
    const dtype = SCALAR_TYPES[tensorMeta?.dtype ?? -1] ?? 'unknown';
    const bytes = shape.reduce((product, size) => product * size, widthOf(dtype));
    return { name, dtype, shape, bytes, parameter: isParam, storage: `${folder}${pathName}`, location: null };
  });
}

function sizeOf(size: SymInt): number {
  return size.type === 'as_int' ? Number(size.value) : NaN;
}
