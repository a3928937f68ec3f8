import { distributed } from '../../lib/index';

/** A group of one rank, for examples of several: a test that makes the surroundings calls this first. */
export function joinGroup(): void {
  beforeAll(() => distributed.initProcessGroup('gloo', { store: new distributed.HashStore(), rank: 0, worldSize: 1 }));
  afterAll(() => distributed.destroyProcessGroup());
}
