/** A server answers while ranks train in its workers: the benchmark of it, in short. */
import { serve } from '../../../bench/suites/distributed/serving';

test('ranks in the workers of a server train, and its event loop goes on', async () => {
  const { steps, losses, answers, delay50, delay99 } = await serve(1500);
  expect(steps).toBeGreaterThan(0);
  // Both ranks have trained the same model.
  for (const { first, last } of losses) expect(last).toBeLessThan(first);
  expect(answers.length).toBeGreaterThan(3);
  // A thread that waited for steps, as the ranks' threads do, would be away for the length of one.
  expect(delay50).toBeLessThan(1500 / steps);
  expect(delay99).toBeGreaterThanOrEqual(delay50);
}, 180_000);
