/**
 * Whether a TCPStore of libtorch serves at an address, asked without libtorch: its client waits without an end for the first
 * answer of a server that accepts and says nothing, as another program may.
 */
import { connect } from 'node:net';

/** What a client of libtorch 2.13 says first (`VALIDATE` and a magic number), and a `PING` with four bytes, which come back. */
const NONCE = Buffer.from([0x6c, 0x74, 0x6e, 0x31]);
const GREETING = Buffer.concat([Buffer.from([0x00, 0xce, 0xf7, 0x85, 0x3c, 0x0d]), NONCE]);

/**
 * True where a store answers within so many seconds.
 *
 * @internal
 */
export function answersAsStore(host: string, port: number, seconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let answer = Buffer.alloc(0);
    const end = (isStore: boolean): void => {
      socket.destroy();
      resolve(isStore);
    };
    socket.setTimeout(seconds * 1000, () => {
      end(false);
    });
    socket.on('connect', () => socket.write(GREETING));
    socket.on('data', (bytes: Buffer) => {
      answer = Buffer.concat([answer, bytes]);
      if (answer.length >= NONCE.length) end(answer.equals(NONCE));
    });
    socket.on('error', () => {
      end(false);
    });
    socket.on('close', () => {
      end(false);
    });
  });
}
