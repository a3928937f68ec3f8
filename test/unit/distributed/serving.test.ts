/** A server answers while ranks train in its workers: the benchmark of it, in short. */
import { serve } from '../../../bench/suites/distributed/serving';

test('ranks in the workers of a server train, and its event loop goes on', async () => {
  // The ranks train until this thread of the server says that it is enough, so it would never end if they kept it waiting.
  const { steps, losses, answers, delay50, delay99 } = await serve(0, 30);
  expect(steps).toBeGreaterThanOrEqual(30);
  expect(answers.length).toBeGreaterThan(0);
  // Both ranks have trained the same model, each with data of its own.
  expect(losses).toHaveLength(2);
  for (const { first, last } of losses) expect(last).toBeLessThan(first);
  expect(delay99).toBeGreaterThanOrEqual(delay50);
}, 180_000);
