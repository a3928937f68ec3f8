import type { ExportedProgram } from '../exported-program';
import type { Evidence } from './program';

export function checkProgram(_evidence: Evidence, _program: ExportedProgram): void {}
