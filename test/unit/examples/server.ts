import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

const root = path.resolve(__dirname, '../../..');

/** The example back end in a process of its own, on a port that was free. */
export class BackendProcess {
  private constructor(
    readonly url: string,
    readonly folder: string,
    readonly child: ChildProcess,
  ) {}

  /**
   * With the runs of a folder of its own, or of a server before it. On a port that is free, unless it is given. `more` are
   * options of the program.
   */
  static async start(
    folder = mkdtempSync(path.join(tmpdir(), 'backend-')),
    port = 0,
    more: readonly string[] = [],
  ): Promise<BackendProcess> {
    const program = [path.join(root, 'scripts/run-ts.cjs'), path.join(root, 'examples/backend/main.ts')];
    const options = ['--port', String(port), '--runs', folder, '--queue', '2', ...more];
    const child = spawn(process.execPath, [...program, ...options], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of readline.createInterface({ input: child.stdout })) {
      const url = /listening on (\S+)/.exec(line)?.[1];
      if (url) return new BackendProcess(url, folder, child);
    }
    throw new Error('the server ended before it listened');
  }

  /** Ends it as an operator would, and returns its exit code. */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
    return this.child.exitCode;
  }

  /** Ends it; its runs stay for the next server. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill(signal);
    await once(this.child, 'exit');
  }
}

/** Texts of two classes that a few words tell apart. */
export function table(rows: number): string {
  const words = [
    ['free', 'money', 'winner', 'prize'],
    ['meeting', 'patch', 'lunch', 'report'],
  ] as const;
  const lines = Array.from({ length: rows }, (_, i) => {
    const own = words[i % 2]!;
    return `"${own[i % 4]} and, ""${own[(i * 7) % 4]}"" number${i % 13}",${i % 2 === 0 ? 'spam' : 'ham'}`;
  });
  return `text,label\n${lines.join('\n')}\n`;
}
