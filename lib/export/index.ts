/** `torch.export`: models as graphs, their files, running and training them. */
export { ExportedProgram, type ValueRange } from './exported-program';
export { ExportedModule } from './module';
export { GraphSignature } from './graph-signature';
export { type LoadOptions, load, loadAsync } from './load';
export { type SaveOptions, save, saveAsync } from './save';
