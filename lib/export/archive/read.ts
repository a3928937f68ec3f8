import { type Program, SCHEMA_VERSION, payloadConfig, program, versionOnly } from '../schema/program';
import { programError } from './errors';
import {
  CONSTANTS,
  EXTRA,
  FORMAT,
  FORMAT_VALUE,
  VERSION,
  VERSION_VALUE,
  WEIGHTS,
  constantsConfig,
  modelRecord,
  programIn,
  sampleInputs,
  weightsConfig,
} from './record-names';
import type { Records } from './records';
import { type TensorPlan, planTensors } from './tensors';

/** A program whose tensors have not been read yet. */
export interface OpenedProgram {
  readonly program: Program;
  readonly weights: TensorPlan;
  readonly constants: TensorPlan;
  readonly exampleInputs: Uint8Array;
}

export interface OpenOptions {
  readonly mmap: boolean;
  /** Where all tensors go; null leaves each where it was. */
  readonly device: string | null;
}

/** Reads and checks everything of a program but its tensors. */
export function openProgram(records: Records, options: OpenOptions): OpenedProgram {
  checkFormat(records);
  const name = nameOfProgram(records);
  const parsed = readProgram(records, name);
  const table = (config: string) => records.json(config, payloadConfig).config;
  return {
    program: parsed,
    weights: planTensors(records, WEIGHTS, table(weightsConfig(name)), options),
    constants: planTensors(records, CONSTANTS, table(constantsConfig(name)), options),
    exampleInputs: records.has(sampleInputs(name)) ? records.bytes(sampleInputs(name)) : new Uint8Array(0),
  };
}

/** Texts that were saved with the program. */
export function extraFilesOf(records: Records): Map<string, string> {
  const names = records.names.filter((name) => name.startsWith(EXTRA));
  return new Map(names.map((name) => [name.slice(EXTRA.length), records.text(name)]));
}

function nameOfProgram(records: Records): string {
  const names = records.names.flatMap((record) => programIn(record) ?? []);
  if (names.includes('model')) return 'model';
  if (names.length === 1) return names[0] as string;
  const what =
    names.length === 0 ? 'it has no program' : `it has the programs ${names.join(', ')}, and none is 'model'`;
  throw programError(records.place, what);
}

/** The version first, as what follows may have another form. */
function readProgram(records: Records, name: string): Program {
  const record = modelRecord(name);
  const version = records.json(record, versionOnly).schemaVersion;
  if (version.major !== SCHEMA_VERSION.major) {
    throw programError(
      records.place,
      `its schema has version ${version.major}.${version.minor}, and this library reads ${SCHEMA_VERSION.major}; ` +
        'export the model again with torch 2.13',
    );
  }
  return records.json(record, program);
}

/** What a zip file without a program is, by the records that it has. */
function checkFormat(records: Records): void {
  const { place } = records;
  if (records.has(FORMAT) && records.text(FORMAT) === FORMAT_VALUE) {
    const version = records.has(VERSION) ? records.text(VERSION) : '0';
    if (version === VERSION_VALUE) return;
    throw programError(place, `its archive has version ${version}, and this library reads ${VERSION_VALUE}`);
  }
  throw programError(place, `this is not a program that torch.export.save wrote${kindOf(records)}`);
}

function kindOf(records: Records): string {
  if (records.has('serialized_exported_program.json')) return ', but one of torch 2.6 or older; export it again';
  if (records.names.some((name) => name.startsWith('code/'))) return ', but TorchScript: use torch.jit.load';
  if (records.has('data.pkl')) return ', but a checkpoint: use torch.load';
  if (records.names.some((name) => name.endsWith('.npy'))) return ', but an archive of NumPy';
  return '';
}
