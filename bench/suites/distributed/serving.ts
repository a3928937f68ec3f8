/** What a training run of two ranks in a server's workers costs its event loop, and those who ask it something. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { quantile } from '../../harness/pair';
import type { Figure } from '../../harness/types';
import type { FromServer } from './serving-process';

const PAUSE_MS = 10;

type Message<T> = Extract<FromServer, { readonly type: T }>;

/** Milliseconds until an answer is there. */
async function ask(port: number, agent: Agent): Promise<number> {
  const began = performance.now();
  const question = request({ host: '127.0.0.1', port, agent });
  question.end();
  const [answer] = (await once(question, 'response')) as [NodeJS.ReadableStream];
  answer.resume();
  await once(answer, 'end');
  return performance.now() - began;
}

export interface Served extends Omit<Message<'measured'>, 'type'> {
  /** Milliseconds of each answer. */
  readonly answers: readonly number[];
}

/** Asks the server one question after the other for so long. */
export async function serve(milliseconds: number): Promise<Served> {
  const program = [path.resolve(__dirname, '../../../scripts/run-ts.cjs'), path.join(__dirname, 'serving-process.ts')];
  const server = fork(program[0] as string, program.slice(1), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(server, 'exit');
  const heard = async <T extends FromServer['type']>(type: T): Promise<Message<T>> => {
    const gone = ended.then(() => Promise.reject(new Error(`the server ended before it was ${type}`)));
    const [message] = (await Promise.race([once(server, 'message'), gone])) as [FromServer];
    if (message.type !== type) throw new Error(`expected ${type}, got ${message.type}`);
    return message as Message<T>;
  };
  const agent = new Agent({ keepAlive: true });
  try {
    const { port } = await heard('ready');
    const answers: number[] = [];
    const end = performance.now() + milliseconds;
    while (performance.now() < end) {
      answers.push(await ask(port, agent));
      await setTimeout(PAUSE_MS);
    }
    const measured = heard('measured');
    server.send('end');
    return { ...(await measured), answers };
  } finally {
    agent.destroy();
    if (server.connected) server.disconnect();
    await ended;
  }
}

export async function measureServing(): Promise<Figure[]> {
  const { delay50, delay99, steps, answers } = await serve(10_000);
  const name = 'server with two ranks in its workers';
  return [
    { name: `${name}, event loop delay p50`, value: delay50, unit: 'ms' },
    { name: `${name}, event loop delay p99`, value: delay99, unit: 'ms', atMost: 20 },
    { name: `${name}, answer p99`, value: quantile(answers, 0.99), unit: 'ms' },
    { name: `${name}, steps of training meanwhile`, value: steps, unit: '' },
  ];
}
