/** Ranks whose errors are what a test looks at. */
import { type RankResult, type RankScript, runRanks } from './ranks';

/** Runs a body on each rank; what it throws is its output. */
export function script(body: string, env: NodeJS.ProcessEnv = {}): RankScript {
  return { node: `try { ${body} } catch (error) { return 'error: ' + error.message; }`, env };
}

/** The outputs; each rank has ended by itself and has said nothing. */
export function outputs(results: readonly RankResult[]): unknown[] {
  for (const { code, signal, stderr, error } of results) {
    expect({ code, signal, stderr, error }).toEqual({ code: 0, signal: null, stderr: '', error: undefined });
  }
  return results.map(({ output }) => output);
}

export const run = async (...args: Parameters<typeof runRanks>): Promise<unknown[]> => outputs(await runRanks(...args));

export const both = (body: string, env?: NodeJS.ProcessEnv): RankScript[] => [script(body, env), script(body, env)];
