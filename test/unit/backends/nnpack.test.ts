/** NNPACK: switched off where it does not know the processor, since it would print a line for each convolution. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import * as torch from '../../../lib/index';

const library = path.join(__dirname, '../../../dist/index.js');

test('convolutions of small batches print nothing', () => {
  const program = `
    const torch = require(${JSON.stringify(library)});
    const { nn } = torch;
    for (const batch of [1, 2, 16, 32])
      for (const kernel of [1, 3, 5]) new nn.Conv2d(3, 4, kernel).forward(torch.randn([batch, 3, 12, 12]));
    console.log(torch.backends.nnpack.enabled === torch.backends.nnpack.isAvailable());`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', program], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect([status, stdout.trim(), stderr]).toEqual([0, 'true', '']);
}, 90_000);

test('the switch is set, and tells what it was', () => {
  const { nnpack } = torch.backends;
  const former = nnpack.enabled;
  expect(nnpack.setFlags(false)).toEqual([former]);
  expect(nnpack.enabled).toBe(false);
  expect(nnpack.setFlags(former)).toEqual([false]);
  expect(nnpack.enabled).toBe(former);
  expect(() => nnpack.setFlags(0 as never)).toThrow(TypeError);
});
