/** Several ranks on this machine. */
import type { OwnSuite } from '../../harness/types';
import { measureAllReduce } from './all-reduce';
import { measureDdp } from './ddp';
import { measureServing } from './serving';

export const suite: OwnSuite = {
  title: 'ranks on one machine, with one thread each',
  measure: async () => [...(await measureAllReduce()), ...(await measureDdp()), ...(await measureServing())],
};
