import { createRequire } from 'node:module';

/** A terminal or a log that keeps what is written to it. */
interface Output {
  isTTY: boolean;
  columns: number;
  text: string;
  write(text: string): void;
}

const { Progress, readStep } = createRequire(__filename)('../../../scripts/setup/progress.cjs') as {
  Progress: new (out: Output) => { line(line: string): void; end(): void };
  readStep(line: string): { share: number; text: string } | undefined;
};

function output(terminal: boolean): Output {
  return {
    isTTY: terminal,
    columns: 30,
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

const step = (done: number, all: number): string => `[${done}/${all}] Building CXX object core.dir/file${done}.cc.o`;

describe('the progress of a native build', () => {
  test('reads the steps of Ninja and of make, and nothing else', () => {
    expect(readStep('[57/114] Building a.cc.o')).toEqual({ share: 0.5, text: '[57/114] Building a.cc.o' });
    expect(readStep('[  5%] Building a.cc.o')).toEqual({ share: 0.05, text: '[5%] Building a.cc.o' });
    expect(readStep('a.cc:7:3: warning: unused variable')).toBeUndefined();
    expect(readStep('[1/2 of it] is no step')).toBeUndefined();
  });

  test('takes one line of a terminal, cut to its width, and shows messages in full', () => {
    const out = output(true);
    const progress = new Progress(out);
    progress.line(step(1, 3));
    progress.line('a.cc: a warning that is longer than the terminal is wide');
    progress.line(step(2, 3));
    progress.end();
    const [first, warning, last, rest] = out.text.split('\n');
    expect(first).toBe('\r\x1b[K[1/3] Building CXX object co…');
    expect(warning).toBe('a.cc: a warning that is longer than the terminal is wide');
    expect(last).toBe('\r\x1b[K[2/3] Building CXX object co…');
    expect(rest).toBe('');
  });

  test('writes a line for each tenth of the work to a log', () => {
    const out = output(false);
    const progress = new Progress(out);
    for (let done = 1; done <= 100; done++) progress.line(step(done, 100));
    progress.end();
    const shown = out.text.trimEnd().split('\n');
    expect(shown.map((line) => line.split(']')[0])).toEqual(
      [1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((n) => `[${n}/100`),
    );
  });
});
