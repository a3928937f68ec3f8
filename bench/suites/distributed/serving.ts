/** What a training run of two ranks in a server's workers costs its event loop, and those who ask it something. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { seconds } from '../../harness/extent';
import { quantile } from '../../harness/pair';
import type { Figure } from '../../harness/types';
import type { FromServer } from './serving-process';

const PAUSE_MS = 10;

type Message<T> = Extract<FromServer, { readonly type: T }>;

/** Milliseconds until an answer is there, and how many steps the ranks have made by then. */
async function ask(port: number, agent: Agent): Promise<readonly [milliseconds: number, steps: number]> {
  const began = performance.now();
  const question = request({ host: '127.0.0.1', port, agent });
  question.end();
  const [answer] = (await once(question, 'response')) as [NodeJS.ReadableStream];
  let text = '';
  for await (const piece of answer.setEncoding('utf8')) text += String(piece);
  return [performance.now() - began, Number(text)];
}

export interface Served extends Omit<Message<'measured'>, 'type'> {
  /** Milliseconds of each answer. */
  readonly answers: readonly number[];
}

/** Asks the server one question after the other: for so long, and until so many steps were made between two answers. */
export async function serve(milliseconds: number, leastSteps = 0): Promise<Served> {
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
    const [, before] = await ask(port, agent);
    let now = before;
    while (performance.now() < end || now - before < leastSteps) {
      const [took, steps] = await ask(port, agent);
      answers.push(took);
      now = steps;
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
  const { delay50, delay99, steps, answers } = await serve(1000 * seconds(10));
  const name = 'server with two ranks in its workers';
  return [
    { name: `${name}, event loop delay p50`, value: delay50, unit: 'ms' },
    { name: `${name}, event loop delay p99`, value: delay99, unit: 'ms', atMost: 20 },
    { name: `${name}, answer p99`, value: quantile(answers, 0.99), unit: 'ms' },
    { name: `${name}, steps of training meanwhile`, value: steps, unit: '' },
  ];
}
