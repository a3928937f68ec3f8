/** `torch.export`: models as graphs, their files, running and training them. */
export { ExportedProgram, type ValueRange } from './exported-program';
export { ExportedModule } from './module';
export { GraphSignature } from './graph-signature';
export { type LoadOptions, load, loadAsync } from './load';
export { type SaveOptions, save, saveAsync } from './save';
export { type AotiLoadOptions, AotiModel, aotiLoadPackage, aotiLoadPackageAsync } from './aoti';
export { type ExportOptions, exportModel as export } from './trace/export';
export { Dim, type DimKind, type DimLimits, dims } from './trace/dim';
export type { DimSpec, DynamicShapes } from './trace/shapes';
