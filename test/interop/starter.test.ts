/** `libtorch-node run` beside torchrun: the same environment, and groups of Node and Python ranks. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pythonPath } from '../support/python';
import { RANK, Starter } from '../unit/cli/starter';

type Environment = Record<string, string>;

/** What ranks told of their environment, by rank; these differ from run to run, or by intent. */
function environments(lines: readonly string[]): Environment[] {
  const told = lines.flatMap((line) => /(\{"rank".*)$/.exec(line)?.[1] ?? []).map((text) => JSON.parse(text) as Told);
  return told.sort((a, b) => a.rank - b.rank).map(({ env }) => env);
}

interface Told {
  readonly rank: number;
  readonly env: Environment;
}

/** Set by the shell that starts a rank, by a launcher for itself, or different by intent. */
const OTHER =
  /^(PWD|OLDPWD|SHLVL|_|MASTER_PORT|TORCHELASTIC_ERROR_FILE|TORCHELASTIC_RUN_ID|TORCHELASTIC_USE_AGENT_STORE|GLOO_SOCKET_IFNAME)$/;
/** Of Python's own logging and of libraries that it loads. */
const PYTHONS = /^(LOGLEVEL|KMP_|TORCHINDUCTOR|CUDA_MODULE|TORCH_ELASTIC)/;

const relevant = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !OTHER.test(name) && !PYTHONS.test(name)));

test("ranks have torchrun's environment", async () => {
  const options = ['--nproc-per-node', '2', '--max-restarts', '3', '--role', 'trainer', '--master-addr', '127.0.0.1'];
  const { NODE_OPTIONS: _options, OMP_NUM_THREADS: _threads, ...env } = process.env;
  const launcher = ['-m', 'torch.distributed.run', ...options, '--master-port', '0'];
  const torchrun = spawnSync(pythonPath, [...launcher, '--no-python', process.execPath, RANK, 'env'], {
    ...{ env, encoding: 'utf8', timeout: 100_000 },
  });
  const theirs = environments(torchrun.stdout.split('\n'));
  const { stdout } = await new Starter([...options, RANK, 'env']).ended;
  const ours = environments(stdout.split('\n'));
  expect(theirs).toHaveLength(2);
  expect(ours.map(relevant)).toEqual(theirs.map(relevant));
}, 120_000);

test('a Node rank and a Python rank are one group', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ltn-mixed-'));
  const library = path.resolve(__dirname, '../../dist/index.js');
  writeFileSync(
    path.join(folder, 'rank.cjs'),
    `const torch = require(${JSON.stringify(library)});
     (async () => {
       await torch.distributed.initProcessGroup('gloo');
       const x = torch.ones([2]);
       torch.distributed.allReduce(x);
       console.log(JSON.stringify({ rank: torch.distributed.getRank(), sum: x.tolist() }));
       await torch.distributed.destroyProcessGroup();
     })();`,
  );
  writeFileSync(
    path.join(folder, 'rank.py'),
    [
      'import torch, torch.distributed as dist, json',
      "dist.init_process_group('gloo')",
      'x = torch.full([2], 10.)',
      'dist.all_reduce(x)',
      "print(json.dumps({'rank': dist.get_rank(), 'sum': x.tolist()}))",
      'dist.destroy_process_group()',
    ].join('\n'),
  );
  for (const python of ['0', '1']) {
    const script = `if [ $RANK = ${python} ]; then exec "${pythonPath}" "${folder}/rank.py"; else exec "${process.execPath}" "${folder}/rank.cjs"; fi`;
    const { code, told, stderr } = await new Starter(['--nproc-per-node', '2', '--no-node', 'sh', '-c', script]).ended;
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    expect([...told].sort((a, b) => a.rank - b.rank)).toEqual([
      { rank: 0, sum: [11, 11] },
      { rank: 1, sum: [11, 11] },
    ]);
  }
  rmSync(folder, { recursive: true });
}, 120_000);
