/**
 * Whether a TCPStore of libtorch serves at an address, asked without libtorch: its client waits without an end for the first
 * answer of a server that accepts and says nothing, as another program may.
 */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a client of libtorch 2.13 says first (`VALIDATE` and a magic number), and a `PING` with four bytes, which come back. */
const NONCE = Buffer.from([0x6c, 0x74, 0x6e, 0x31]);
const GREETING = Buffer.concat([Buffer.from([0x00, 0xce, 0xf7, 0x85, 0x3c, 0x0d]), NONCE]);

/** How long to wait before an address where no store answers is asked again, in milliseconds. */
const PAUSE = 100;

/** Who answers in the place of a store, in words. */
const WHY = {
  nobody: 'no program listens there',
  unreached: 'no connection came about',
  other: 'the program that listens there is no store',
  silence: 'the program that listens there says nothing, so it is no store',
} as const;

type Answer = 'store' | keyof typeof WHY;

/** Asks once, and waits at most so many milliseconds for the answer. */
function answerOf(host: string, port: number, limit: number): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let answer = Buffer.alloc(0);
    let isConnected = false;
    const end = (who: Answer): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(who);
    };
    const timer = setTimeout(() => {
      end(isConnected ? 'silence' : 'unreached');
    }, limit);
    socket.on('connect', () => {
      isConnected = true;
      socket.write(GREETING);
    });
    socket.on('data', (bytes: Buffer) => {
      answer = Buffer.concat([answer, bytes]);
      if (answer.length >= NONCE.length) end(answer.equals(NONCE) ? 'store' : 'other');
    });
    const gone = (): void => {
      end(isConnected ? 'other' : 'nobody');
    };
    socket.on('error', gone);
    socket.on('close', gone);
  });
}

/**
 * Asks once, for at most so many milliseconds: null where a store answers, else in words why none does.
 *
 * @internal
 */
export async function whyNotStore(host: string, port: number, limit: number): Promise<string | null> {
  const who = await answerOf(host, port, limit);
  return who === 'store' ? null : WHY[who];
}

/**
 * Waits until a store answers, at most so many milliseconds; then null, else in words why none has.
 *
 * @internal
 */
export async function whyNoStore(host: string, port: number, limit: number): Promise<string | null> {
  const end = performance.now() + limit;
  let told: Exclude<Answer, 'store'> = 'unreached';
  for (;;) {
    const who = await answerOf(host, port, Math.max(1, end - performance.now()));
    if (who === 'store') return null;
    // The last attempt may have no time left to hear what an earlier one heard.
    if (who === 'nobody' || who === 'other' || (who === 'silence' && told !== 'other')) told = who;
    const left = end - performance.now();
    await sleep(Math.max(0, Math.min(PAUSE, left)));
    if (left <= PAUSE) return WHY[told];
  }
}
