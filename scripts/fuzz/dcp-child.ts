/** Tries damaged folders of distributed checkpoints; see tries.ts. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import { loadEverything } from '../../lib/distributed/checkpoint/load';
import { changeParts, FOLDER, look, TRIED, tryAll } from './tries';

const dcp = torch.distributed.checkpoint;

const states = [
  () => ({ w: torch.arange(6, { dtype: torch.float32 }), n: 5 }),
  () => ({
    model: { 'a.weight': torch.ones([3, 2]), 'a.bias': torch.zeros([3], { dtype: torch.bfloat16 }) },
    optimizer: { state: { 0: { step: 3, momentum: torch.full([2, 2], 0.5) } }, lr: [0.1, 0.2] },
    text: 'x'.repeat(40),
    nothing: null,
  }),
];

/** The files of good checkpoints by their names. */
const bases = states.map((make, i) => {
  const folder = path.join(FOLDER, `good-${i}`);
  dcp.save(make(), { checkpointId: folder, noDist: true });
  const files = readdirSync(folder).map((name): [string, Buffer] => [name, readFileSync(path.join(folder, name))]);
  return { make, files };
});

tryAll((random) => {
  const { make, files } = random.pick(bases);
  rmSync(TRIED, { recursive: true, force: true });
  mkdirSync(TRIED, { recursive: true });
  for (const [name, bytes] of files) {
    const changes = random.chance(name === '.metadata' ? 0.95 : 0.2);
    writeFileSync(path.join(TRIED, name), changes ? changeParts(bytes, random) : bytes);
  }
  return () => {
    if (random.chance(0.5)) return look(loadEverything(TRIED, null));
    const state = make();
    dcp.load(state, { checkpointId: TRIED, noDist: true });
    look(state);
  };
});
