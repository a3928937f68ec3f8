/**
 * Everything that works on libtorch. A build puts it into one file, as reading hundreds took longer than running them;
 * `docs/architecture.md`, "The build", says how the other files of the package come to it.
 */
import './install/bundled';
export * as torch from './index';
export { serveLoader } from './data/worker/serve';
export { serveRank } from './distributed/spawn/serve';
export { serveTraining } from './training/worker/serve';
export { convert } from './cli/convert-run';
export { inspect } from './cli/inspect-run';
import { warmUp } from './ops/warm-up';

warmUp();
