import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Ends the ranks when this process is gone, however it went: a small shell that reads from us which ranks there are. When
 * its input ends without a farewell, as when we were killed, it ends their process groups, politely first.
 */
const PROGRAM = `
trap '' HUP INT QUIT TERM
ranks=
while read -r what rank; do
  case $what in
    add) ranks="$ranks $rank" ;;
    drop) left=; for one in $ranks; do [ "$one" = "$rank" ] || left="$left $one"; done; ranks=$left ;;
    farewell) exit 0 ;;
  esac
done
for one in $ranks; do kill -s TERM -- "-$one" 2>/dev/null; done
turn=0
while [ "$turn" -lt "$1" ]; do
  alive=
  for one in $ranks; do kill -s 0 -- "-$one" 2>/dev/null && alive=yes; done
  [ -n "$alive" ] || exit 0
  sleep 0.1 2>/dev/null || sleep 1
  turn=$((turn + 1))
done
for one in $ranks; do kill -s KILL -- "-$one" 2>/dev/null; done
`;

/** Tenths of a second between SIGTERM and SIGKILL, when nobody is left who would wait for the ranks. */
const PATIENCE = 50;

/** How often a guardian that was killed gets a successor. */
const RESTARTS = 20;

/** Without process groups and a shell there is nothing to watch with. */
export const WATCHES = process.platform !== 'win32';

/** Watches over the ranks of this machine. */
export class Guardian {
  readonly #ranks = new Set<number>();
  #shell: ChildProcess | null = null;
  #over = false;
  #left = RESTARTS;

  /** Resolves when the guardian is sure to hear of the rank: before the rank runs anything. */
  async add(pid: number): Promise<void> {
    this.#ranks.add(pid);
    if (this.#shell) await this.#tell(`add ${pid}`);
    else await this.#open();
  }

  drop(pid: number): void {
    if (this.#ranks.delete(pid)) void this.#tell(`drop ${pid}`);
  }

  /** Everything has ended; nobody needs to be watched any longer. */
  close(): void {
    this.#over = true;
    this.#shell?.stdin?.end('farewell\n');
    this.#shell = null;
  }

  async #open(): Promise<void> {
    if (!WATCHES || this.#over || this.#left-- === 0) return;
    const shell = spawn('/bin/sh', ['-c', PROGRAM, 'libtorch-node-guardian', String(PATIENCE)], {
      stdio: ['pipe', 'ignore', 'ignore'],
      // Not among those that a terminal's Ctrl+C reaches.
      detached: true,
    });
    this.#shell = shell;
    shell.unref();
    shell.stdin.on('error', () => undefined);
    shell.on('error', () => undefined);
    // Whoever has killed it gets another one.
    shell.on('exit', () => {
      if (this.#shell !== shell) return;
      this.#shell = null;
      void this.#open();
    });
    await this.#tell([...this.#ranks].map((pid) => `add ${pid}`).join('\n'));
  }

  #tell(lines: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#shell?.stdin) this.#shell.stdin.write(`${lines}\n`, () => resolve());
      else resolve();
    });
  }
}
