'use strict';
// What the peers in JavaScript share: reads the names of cases, answers each with ms a training step.
const readline = require('node:readline');

// As the suites `recurrent` and `mlp`: consecutive steps, as in training.
const [STEPS_TIMES, SMALL_STEPS, AT_MOST_MS] = [400, 100, 300];

/** `training(kind, steps)` gives one training step as a function. */
async function serve(training) {
  const ready = new Map();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [kind, steps] = line.split(' ');
    if (!ready.has(line)) {
      ready.set(line, training(kind, Number(steps)));
      await ready.get(line)();
    }
    const count = steps ? STEPS_TIMES / Number(steps) : SMALL_STEPS;
    process.stdout.write(`${await measure(ready.get(line), count)}\n`);
  }
}

async function measure(step, count) {
  const begin = performance.now();
  let done = 0;
  while (done < count && (done === 0 || performance.now() - begin < AT_MOST_MS)) {
    await step();
    done++;
  }
  return (performance.now() - begin) / done;
}

module.exports = { serve };
