import { spawn } from 'node:child_process';
import path from 'node:path';

const dist = path.join(__dirname, '../../dist/index.js');

/**
 * Runs the body of an async function in a Node process of its own and returns what it reports. It may use `torch`, `nn`,
 * `dist` (the package's file), `resident()` and `peak()` in megabytes, and `gc()`.
 */
export async function runProgram(body: string): Promise<Record<string, number>> {
  const script = `
    const dist = ${JSON.stringify(dist)};
    const torch = require(dist);
    const { nn } = torch;
    // The peak of this program alone: maxRSS begins with what the process was before, a copy of jest's.
    const status = (name) => Number(new RegExp(name + ':\\\\s+(\\\\d+)').exec(require('node:fs').readFileSync('/proc/self/status', 'utf8'))[1]) / 1e3;
    const resident = () => status('VmRSS'), peak = () => status('VmHWM');
    (async () => { ${body} })().then((report) => console.log(JSON.stringify(report)));`;
  const env = { ...process.env, OMP_NUM_THREADS: '1' };
  const child = spawn(process.execPath, ['--expose-gc', '-e', script], { env, timeout: 110_000 });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text) => (output += String(text)));
  child.stderr.on('data', (text) => (errors += String(text)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`the program ended with ${String(code)}: ${errors}`);
  return JSON.parse(output) as Record<string, number>;
}
