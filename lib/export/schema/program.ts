import type { Int } from '../../tensor/scalar';
import { type Codec, defaulted, dict, flag, int, list, optional, small, struct, text } from './codec';
import { type Argument, type Graph, argument, graph } from './graph';
import { type Signature, signature } from './signature';
import { type TensorMeta, tensorMeta } from './tensor-meta';

/** What a symbol may be, both ends included; null where there is no end. */
export interface RangeConstraint {
  readonly minVal: Int | null;
  readonly maxVal: Int | null;
}

/** How a module is called: its values, and the trees that they form. */
export interface ModuleCallSignature {
  readonly inputs: readonly Argument[];
  readonly outputs: readonly Argument[];
  /** JSON of a pytree's form; lib/export/pytree reads it. */
  readonly inSpec: string;
  readonly outSpec: string;
  readonly forwardArgNames: readonly string[] | null;
}

export interface ModuleCallEntry {
  /** Empty for the model itself. */
  readonly fqn: string;
  readonly signature: ModuleCallSignature | null;
}

export interface NamedTupleDef {
  readonly fieldNames: readonly string[];
}

export interface GraphModule {
  readonly graph: Graph;
  readonly signature: Signature;
  readonly moduleCallGraph: readonly ModuleCallEntry[];
  readonly metadata: ReadonlyMap<string, string>;
  readonly treespecNamedtupleFields: ReadonlyMap<string, NamedTupleDef>;
}

export interface SchemaVersion {
  readonly major: number;
  readonly minor: number;
}

/** A program as `models/NAME.json` holds it: everything but the tensors. */
export interface Program {
  readonly graphModule: GraphModule;
  readonly opsetVersion: ReadonlyMap<string, Int>;
  readonly rangeConstraints: ReadonlyMap<string, RangeConstraint>;
  readonly schemaVersion: SchemaVersion;
  readonly verifiers: readonly string[];
  readonly torchVersion: string;
  /** Python's expressions that the inputs fulfil, such as `L['x'].size()[0] != 8`. */
  readonly guardsCode: readonly string[];
}

/** Where the bytes of a tensor lie in the archive. */
export interface PayloadMeta {
  readonly pathName: string;
  readonly isParam: boolean;
  readonly usePickle: boolean;
  readonly tensorMeta: TensorMeta | null;
}

/** The version of the schema that this library writes, torch 2.13's. */
export const SCHEMA_VERSION: SchemaVersion = { major: 8, minor: 20 };

const callSignature: Codec<ModuleCallSignature> = struct<ModuleCallSignature>({
  inputs: list(argument),
  outputs: list(argument),
  inSpec: text,
  outSpec: text,
  forwardArgNames: optional(list(text)),
});

const graphModule: Codec<GraphModule> = struct<GraphModule>({
  graph,
  signature,
  moduleCallGraph: list(struct<ModuleCallEntry>({ fqn: text, signature: optional(callSignature) })),
  metadata: defaulted(dict(text), () => new Map<string, string>()),
  treespecNamedtupleFields: defaulted(
    dict(struct<NamedTupleDef>({ fieldNames: list(text) })),
    () => new Map<string, NamedTupleDef>(),
  ),
});

export const schemaVersion: Codec<SchemaVersion> = struct<SchemaVersion>({ major: small, minor: small });

export const program: Codec<Program> = struct<Program>({
  graphModule,
  opsetVersion: dict(int),
  rangeConstraints: dict(struct<RangeConstraint>({ minVal: optional(int), maxVal: optional(int) })),
  schemaVersion,
  verifiers: defaulted(list(text), () => []),
  torchVersion: defaulted(text, () => '<=2.4'),
  guardsCode: defaulted(list(text), () => []),
});

/** The version alone: the rest of a newer file may have another form. */
export const versionOnly: Codec<Pick<Program, 'schemaVersion'>> = struct<Pick<Program, 'schemaVersion'>>({
  schemaVersion,
});

/** `data/weights/NAME_weights_config.json`, and the same for constants. */
export const payloadConfig: Codec<{ readonly config: ReadonlyMap<string, PayloadMeta> }> = struct<{
  readonly config: ReadonlyMap<string, PayloadMeta>;
}>({
  config: dict(
    struct<PayloadMeta>({ pathName: text, isParam: flag, usePickle: flag, tensorMeta: optional(tensorMeta) }),
  ),
});
