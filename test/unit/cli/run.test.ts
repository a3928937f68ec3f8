import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { isAlive, RANK, start, Starter, until } from './starter';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-run-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('one machine', () => {
  test('each rank gets its environment, its arguments and those of Node', async () => {
    const run = start(
      '--nproc_per_node',
      '2',
      '--role',
      'trainer',
      '--node-args',
      '--stack-size=900 --no-warnings',
      RANK,
      'env',
      '--nproc-per-node',
      '${local_rank}',
    );
    const { code, told, stderr } = await run.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('OMP_NUM_THREADS is set to 1');
    const ranks = [...told].sort((a, b) => a.rank - b.rank);
    expect(ranks.map(({ args }) => args)).toEqual([
      ['--nproc-per-node', '0'],
      ['--nproc-per-node', '1'],
    ]);
    expect(ranks[0]?.execArgv).toEqual(['--stack-size=900', '--no-warnings']);
    expect(ranks[1]?.env).toMatchObject({
      ...{ RANK: '1', LOCAL_RANK: '1', WORLD_SIZE: '2', LOCAL_WORLD_SIZE: '2', GROUP_RANK: '0', GROUP_WORLD_SIZE: '1' },
      ...{ ROLE_RANK: '1', ROLE_NAME: 'trainer', ROLE_WORLD_SIZE: '2', MASTER_ADDR: '127.0.0.1', OMP_NUM_THREADS: '1' },
      ...{ TORCHELASTIC_RUN_ID: 'none', TORCHELASTIC_RESTART_COUNT: '0', TORCHELASTIC_MAX_RESTARTS: '0' },
      TORCHELASTIC_USE_AGENT_STORE: 'False',
    });
    const ports = ranks.map(({ env }) => (env as Record<string, string>).MASTER_PORT);
    expect(ports[0]).toMatch(/^\d+$/);
    expect(ports[1]).toBe(ports[0]);
  });

  test("the environment's own settings stay", async () => {
    const run = new Starter([RANK, 'env'], { PET_NPROC_PER_NODE: '2', OMP_NUM_THREADS: '3', PET_STANDALONE: '1' });
    const { told, stderr } = await run.ended;
    const environments = told.map(({ env }) => env as Record<string, string>);
    expect(environments.map(({ OMP_NUM_THREADS }) => OMP_NUM_THREADS)).toEqual(['3', '3']);
    expect(environments[0]?.TORCHELASTIC_RUN_ID).toMatch(/^[\da-f-]{36}$/);
    expect(stderr).toBe('');
  });

  test('a program that is not Node', async () => {
    const { code, stdout } = await start('--no-python', '--nproc-per-node', '2', 'printenv', 'RANK').ended;
    expect(code).toBe(0);
    expect(stdout.split('\n').sort()).toEqual(['', '[default0]:0', '[default1]:1']);
  });

  test('a rank that fails ends all, and its code is the code of the run', async () => {
    const { code, stderr } = await start('--nproc-per-node', '3', '--failure-grace', '0', RANK, 'exit', '1', '7').ended;
    expect(code).toBe(7);
    expect(stderr).toContain(`${RANK} FAILED\n`);
    expect(stderr).toMatch(
      /Root Cause \(first observed failure\):\n\[0\]:\n(.*\n){2} {2}rank {6}: 1 \(local_rank: 1\)\n {2}exitcode {2}: 7 \(pid: \d+\)\n/,
    );
    expect(stderr).toContain('<NO_OTHER_FAILURES>');
  });

  test('a rank that is killed has the code that shells give, and its signal is named', async () => {
    const { code, stderr } = await start('--nproc-per-node', '2', '--failure-grace', '0', RANK, 'killed').ended;
    expect(code).toBe(137);
    expect(stderr).toMatch(/exitcode {2}: -9 \(pid: \d+\) \(SIGKILL\)/);
    expect(stderr).toMatch(/traceback : Signal 9 \(SIGKILL\) received by PID \d+/);
  });

  test('the others may say themselves why they fail', async () => {
    const first = path.join(folder, 'first');
    const { code, stderr } = await start('--nproc-per-node', '2', '--failure-grace', '60', RANK, 'follow', first).ended;
    expect(code).toBe(3);
    expect(stderr).toMatch(/Failures:\n\[\d\]:\n(.*\n){2} {2}rank {6}: 0 \(local_rank: 0\)\n {2}exitcode {2}: 4/);
  });

  test('a program that cannot be started', async () => {
    const { code, stderr } = await start('--no-node', path.join(folder, 'none')).ended;
    expect(code).toBe(127);
    expect(stderr).toContain('none FAILED');
  });
});

describe('signals', () => {
  test.each([
    ['SIGTERM', '0', 0],
    ['SIGINT', '9', 130],
    ['SIGHUP', '0', 0],
  ] as const)('%s goes to all, and ranks may end with %s', async (signal, exit, expected) => {
    const run = start('--nproc-per-node', '2', RANK, 'wait', exit);
    await run.heard(2);
    run.kill(signal);
    const { code, told } = await run.ended;
    expect(
      told
        .filter(({ got }) => got === signal)
        .map(({ rank }) => rank)
        .sort(),
    ).toEqual([0, 1]);
    expect(code).toBe(expected);
  });

  test('who does not listen is killed after a while', async () => {
    const run = start('--nproc-per-node', '2', '--shutdown-timeout', '0.2', RANK, 'wait', 'stubborn');
    await run.heard(2);
    run.kill('SIGTERM');
    expect((await run.ended).code).toBe(143);
  });

  test('or by a second signal', async () => {
    const run = start('--nproc-per-node', '2', RANK, 'wait', 'stubborn');
    await run.heard(2);
    run.kill('SIGTERM');
    await run.heard(4);
    run.kill('SIGTERM');
    expect((await run.ended).code).toBe(143);
  });
});

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

describe('nothing is left over', () => {
  test.each(['SIGKILL', 'SIGTERM'] as const)('when the starter gets %s', async (signal) => {
    const run = start('--nproc-per-node', '2', RANK, 'children');
    const pids = (await run.heard(2)).flatMap((told) => told.pids as number[]);
    expect(pids).toHaveLength(4);
    run.kill(signal);
    await until(() => !pids.some(isAlive));
  });

  (process.platform === 'linux' ? test : test.skip)('when its watcher is killed before it', async () => {
    const run = start('--nproc-per-node', '2', RANK, 'children');
    const pids = (await run.heard(2)).flatMap((told) => told.pids as number[]);
    const watchers = (): number[] =>
      childrenOf(run.pid).filter((pid) => commandOf(pid).includes('libtorch-node-guardian'));
    const [first] = watchers();
    process.kill(first as number, 'SIGKILL');
    await until(() => watchers().some((pid) => pid !== first));
    // It is told of the ranks in the turn of the event loop that starts it, and what a rank says later comes in another one.
    process.kill(pids[0] as number, 'SIGUSR2');
    await run.heard(3);
    run.kill('SIGKILL');
    await until(() => !pids.some(isAlive));
  });

  test('of what ranks have started', async () => {
    const run = start('--nproc-per-node', '2', RANK, 'children', 'end');
    const { code, told } = await run.ended;
    expect(code).toBe(0);
    await until(() => !told.flatMap(({ pids }) => pids as number[]).some(isAlive));
  });
});

describe('restarts', () => {
  test('all ranks start again, with a store of their own', async () => {
    const { code, told, stderr } = await start(
      '--nproc-per-node',
      '2',
      '--max-restarts',
      '2',
      '--failure-grace',
      '0',
      RANK,
      'attempts',
      '2',
    ).ended;
    expect(code).toBe(0);
    expect(stderr).toContain('restart 2 of 2');
    const attempts = new Map(told.map(({ rank, attempt, port }) => [`${String(attempt)}/${rank}`, port]));
    expect(attempts.get('2/0')).toBe(attempts.get('2/1'));
    expect(new Set(told.map(({ attempt }) => attempt))).toEqual(new Set([0, 1, 2]));
  });

  test('but not for ever', async () => {
    const { code, stderr } = await start('--max-restarts', '1', RANK, 'attempts', '5').ended;
    expect(code).toBe(5);
    expect(stderr).toContain('FAILED');
  });
});

describe('logs', () => {
  test('into files, onto the console, and both', async () => {
    const logs = path.join(folder, 'logs');
    const run = start('--nproc-per-node', '2', '--log-dir', logs, '--redirects', '0:3', '--tee', '1:1', RANK, 'write');
    const { code, stdout, stderr } = await run.ended;
    expect(code).toBe(0);
    const [name = ''] = readdirSync(logs);
    const read = (file: string): string => readFileSync(path.join(logs, name, 'attempt_0', file), 'utf8');
    expect(name).toMatch(/^none_/);
    expect([read('0/stdout.log'), read('0/stderr.log'), read('1/stdout.log')]).toEqual([
      'out 0\nhalf',
      'err 0\n',
      'out 1\nhalf',
    ]);
    expect(stdout).toBe('[default1]:out 1\n[default1]:half\n');
    expect(stderr).toContain('[default1]:err 1\n');
    expect(stderr).not.toContain('err 0');
  });

  test('of some ranks only, with a prefix of one’s own', async () => {
    const run = new Starter(['--nproc-per-node', '2', '--local-ranks-filter', '1', RANK, 'write'], {
      TORCHELASTIC_LOG_LINE_PREFIX_TEMPLATE: '<$role_name-${rank}> ',
    });
    const { stdout } = await run.ended;
    expect(stdout).toBe('<default-1> out 1\n<default-1> half\n');
  });
});

describe('several machines', () => {
  const machine = (port: number, node: number, ...more: string[]): Starter =>
    start(
      '--nnodes',
      '2',
      '--node-rank',
      String(node),
      '--rdzv-endpoint',
      `127.0.0.1:${port}`,
      '--failure-grace',
      '0',
      ...more,
    );

  test('count their ranks together', async () => {
    const port = await freePort();
    const second = machine(port, 1, '--nproc-per-node', '1', RANK, 'env');
    const first = machine(port, 0, '--nproc-per-node', '2', RANK, 'env');
    const ended = await Promise.all([first.ended, second.ended]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    const environments = ended.flatMap(({ told }) => told.map(({ env }) => env as Record<string, string>));
    expect(environments.map(({ RANK: rank }) => rank).sort()).toEqual(['0', '1', '2']);
    const last = environments.find(({ RANK: rank }) => rank === '2');
    expect(last).toMatchObject({
      WORLD_SIZE: '3',
      LOCAL_RANK: '0',
      LOCAL_WORLD_SIZE: '1',
      GROUP_RANK: '1',
      GROUP_WORLD_SIZE: '2',
    });
    expect(new Set(environments.map(({ MASTER_PORT }) => MASTER_PORT)).size).toBe(1);
  });

  test('one rank that fails ends the ranks of all, with its code', async () => {
    const port = await freePort();
    const both = [0, 1].map((node) => machine(port, node, '--nproc-per-node', '2', RANK, 'exit', '3', '9'));
    const ended = await Promise.all(both.map((run) => run.ended));
    expect(ended.map(({ code }) => code)).toEqual([9, 9]);
    expect(ended[0]?.stderr).toContain('rank 3 on');
    expect(ended[1]?.stderr).toContain('FAILED');
  });

  test('restart together', async () => {
    const port = await freePort();
    const both = [0, 1].map((node) => machine(port, node, '--max-restarts', '1', RANK, 'attempts', '1'));
    const ended = await Promise.all(both.map((run) => run.ended));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  });

  test.each([0, 1])('end when the starter of machine %d is gone', async (victim) => {
    const port = await freePort();
    const both = [0, 1].map((node) => machine(port, node, RANK, 'children'));
    const pids = (await Promise.all(both.map((run) => run.heard(1)))).flat().flatMap(({ pids }) => pids as number[]);
    both[victim]?.kill('SIGKILL');
    const { code, stderr } = await (both[1 - victim] as Starter).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`the starter of machine ${victim} is gone`);
    await until(() => !pids.some(isAlive));
  });

  test('a signal to one reaches the ranks of all', async () => {
    const port = await freePort();
    const both = [0, 1].map((node) => machine(port, node, RANK, 'wait', '0'));
    await Promise.all(both.map((run) => run.heard(1)));
    both[1]?.kill('SIGINT');
    const ended = await Promise.all(both.map((run) => run.ended));
    expect(ended.flatMap(({ told }) => told.filter(({ got }) => got === 'SIGINT'))).toHaveLength(2);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  });

  test('refuse one that does not belong to them, and do not wait for ever', async () => {
    const port = await freePort();
    const first = machine(port, 0, '--rdzv-conf', 'timeout=3', RANK, 'env');
    const other = machine(port, 1, '--rdzv-id', 'other', RANK, 'env');
    const { code, stderr } = await other.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('machine 1 belongs to the run other, not to none (--rdzv-id)');
    const late = await first.ended;
    expect(late.code).toBe(1);
    expect(late.stderr).toContain('after 3 s not all 2 machines were there; these are missing: 1');
  });

  test('a port that is used, and one where nobody answers', async () => {
    const server = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    ).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const used = await machine(port, 0, RANK, 'env').ended;
    expect(used.stderr).toMatch(/machine 0 cannot listen on 127\.0\.0\.1:\d+ \(--rdzv-endpoint\): .*EADDRINUSE/);
    const strange = await machine(port, 1, RANK, 'env').ended;
    expect(strange.stderr).toContain('it does not speak as a starter does');
    await new Promise((resolve) => server.close(resolve));
    const nobody = await machine(port, 1, '--rdzv-conf', 'timeout=1', RANK, 'env').ended;
    expect(nobody.stderr).toContain('machine 0 did not answer');
    expect([used.code, strange.code, nobody.code]).toEqual([1, 1, 1]);
  });

  test('other addresses than loopback are warned of', async () => {
    const { stderr } = await start(
      '--nnodes',
      '2',
      '--rdzv-endpoint',
      '0.0.0.0:0',
      '--rdzv-conf',
      'timeout=1',
      RANK,
      'env',
    ).ended;
    expect(stderr).toMatch(/warning: this run meets on 0\.0\.0\.0, not on this machine alone/);
  });
});

test.each([
  [['--nproc-per-node', '0', RANK], /--nproc-per-node should be from 1 to 1024, got 0/],
  [['--nproc-per-node', 'many', RANK], /Unsupported nproc_per_node value: many/],
  [['--nnodes', '1:4', RANK], /a number of machines that changes is not supported/],
  [['--nnodes', '2', RANK], /several machines need an address to meet at/],
  [['--nnodes', '2', '--node-rank', '2', RANK], /--node-rank 2 should be less than --nnodes 2/],
  [['--nnodes', '2', '--rdzv-endpoint', 'a:b:c', RANK], /is not of the form <host>:<port>/],
  [['--rdzv-conf', 'join=3', RANK], /expected timeout, keep_alive_interval/],
  [['--redirects', '4', RANK], /--redirects "4": expected 0 \(none\)/],
  [['--signals-to-handle', 'SIGKILL', RANK], /--signals-to-handle "SIGKILL" is not one of SIGTERM/],
  [['--log-dir', __filename, RANK], /--log-dir: ".*run\.test\.ts"/],
  [['no-such-script.js'], /"no-such-script.js": there is no such file/],
])('%j is refused', async (args, message) => {
  const { code, stderr, stdout } = await start(...args, 'env').ended;
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(message);
});
