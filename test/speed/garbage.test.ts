/**
 * Guards the first calls of a process: what JavaScript allocates for a call while V8 still interprets it, where each
 * object is a piece of a page that is touched for the first time. V8's own sampling says how much.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const program = path.join(__dirname, 'garbage.cjs');

/** Bytes for a call when this was recorded, with Node 20. */
const RECORDED: Readonly<Record<string, number>> = {
  'add in a scope': 250,
  'layer norm': 900,
  'small network': 400,
  'convolutional network': 800,
  encoder: 2300,
};
/** Half more for other Nodes and for sampling. */
const MARGIN = 1.5;

test.each(Object.entries(RECORDED))('%s: %i bytes', (name, recorded) => {
  const env = { ...process.env, LIBTORCH_NODE_FUSED_MLP: '1' };
  const bytes = Number(execFileSync(process.execPath, [program, name], { encoding: 'utf8', env }));
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(recorded * MARGIN);
});
