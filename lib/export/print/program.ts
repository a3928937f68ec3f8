import { GraphSignature } from '../graph-signature';
import type { Program } from '../schema/program';

/** The graph as Python prints it. @internal */
export function printGraphModule(_program: Program): string {
  return '';
}

/** A program as Python prints it. @internal */
export function printProgram(program: Program): string {
  return `ExportedProgram:\n${printGraphModule(program)}\nGraph signature: ${String(new GraphSignature(program.graphModule.signature))}`;
}
