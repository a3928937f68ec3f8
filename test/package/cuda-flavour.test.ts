// The CUDA build on a machine without a GPU. It needs what `node scripts/build-native.cjs --flavour cuda` or
// `npm run release:prebuild` leaves, and a CUDA libtorch (`npx libtorch-node install --cuda cu130`); without them it is shown as
// skipped.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { coreFor, listCores } from '../../lib/install/cores';
import { locateLibtorch } from '../../lib/install/locate';
import { TRAINING, root, runProgram } from './run';

const onlyCuda = { LIBTORCH_NODE_FLAVOUR: 'cuda' };

/** What makes node-gyp-build find a CUDA core that fits a libtorch of this machine, or undefined. */
function findCudaBuild(): Record<string, string> | undefined {
  const places = [
    { folder: path.join(root, 'build/Release'), env: onlyCuda },
    {
      folder: path.join(root, 'prebuilds', `${process.platform}-${process.arch}`),
      env: { ...onlyCuda, PREBUILDS_ONLY: '1' },
    },
  ];
  for (const { folder, env } of places) {
    const cores = existsSync(folder) ? listCores(folder, onlyCuda) : [];
    const found = cores.length > 0 && locateLibtorch({ accepts: cores });
    // The programs get an environment without this project's variables, so they are told where it is.
    if (found && found.found && coreFor(cores, found.libtorch)) return { ...env, LIBTORCH: found.libtorch.root };
  }
  return undefined;
}

const env = findCudaBuild();
const withCuda = env ? test : test.skip;

interface Answer {
  readonly cuda: string;
  readonly built: boolean;
  readonly available: boolean;
  readonly count: number;
  readonly fell: boolean;
}

withCuda('the CUDA build loads and trains on the CPU, and says whether there is a GPU', () => {
  // CUDA_VISIBLE_DEVICES hides the GPUs of a machine that has some.
  const answer = JSON.parse(runProgram(TRAINING, { ...env, CUDA_VISIBLE_DEVICES: '' })) as Answer;
  expect(answer).toMatchObject({ built: true, available: false, count: 0, fell: true });
  expect(answer.cuda).toMatch(/^\d+\.\d$/);
});

withCuda('asking for a GPU that is not there says why', () => {
  const program = "require('libtorch-node').ones([2]).to('cuda')";
  expect(() => runProgram(program, { ...env, CUDA_VISIBLE_DEVICES: '' })).toThrow(
    /NVIDIA driver|CUDA-capable device|No CUDA GPUs/,
  );
});

withCuda('NCCL is asked for where no GPU is, or where it was not built in', () => {
  const program = `
    const { distributed: dist } = require('libtorch-node');
    const place = { store: new dist.HashStore(), rank: 0, worldSize: 1 };
    const said = (backend) => dist.initProcessGroup(backend, place).then(() => 'no error', (error) => error.message);
    (async () => {
      const messages = [await said('nccl'), await said('cpu:gloo,cuda:nccl')];
      // The group without it works in this flavour, too.
      await dist.initProcessGroup(place);
      const x = require('libtorch-node').ones([2]);
      dist.allReduce(x);
      await dist.destroyProcessGroup();
      console.log(JSON.stringify({ built: dist.isNcclAvailable(), messages, sum: x.tolist() }));
    })();`;
  const { built, messages, sum } = JSON.parse(runProgram(program, { ...env, CUDA_VISIBLE_DEVICES: '' })) as {
    built: boolean;
    messages: string[];
    sum: number[];
  };
  const why = built
    ? "ProcessGroupNCCL is only supported with GPUs, no GPUs found! 'gloo' sends tensors on the CPU"
    : "Distributed package doesn't have NCCL built in; there is 'gloo'";
  expect([messages, sum]).toEqual([
    [why, why],
    [1, 1],
  ]);
});
