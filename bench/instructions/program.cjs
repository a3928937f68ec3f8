'use strict';
// `node program.cjs CASE COUNT`: calls one operator COUNT times, on the built package, for callgrind to count.
const torch = require('../../dist/index.js');

const [name, count] = process.argv.slice(2);
const x = torch.ones([4], { requiresGrad: name === 'add with gradients' });
const y = torch.ones([4]);

const BLOCK = 500;
const block = () => {
  for (let i = 0; i < BLOCK; i++) x.add(y);
};
for (let done = 0; done < Number(count); done += BLOCK) {
  if (name === 'add without a scope') block();
  else torch.scope(block);
}
