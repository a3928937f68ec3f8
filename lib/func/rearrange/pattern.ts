/** The patterns of einops: `b (h w) c -> b c h w`. */
import { valueError, warn } from '../../errors';

/** One axis of a tensor: the names of which it is composed, none for an axis of size 1; or all axes that are not named. */
export type Axis = readonly string[] | '...';

/** One side of a pattern. */
export interface Side {
  readonly axes: readonly Axis[];
  readonly names: ReadonlySet<string>;
}

const DOTS = '…';

function checkName(name: string): void {
  const fail = (why: string): never => {
    throw valueError(`Invalid axis identifier: ${name}\n${why}`);
  };
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) fail('not a valid python identifier');
  if (name.startsWith('_') || name.endsWith('_')) fail('axis name should should not start or end with underscore');
  if (name === 'axis') warn("It is discouraged to use 'axis' as an axis name and will raise an error in future");
}

/** Reads one side of a pattern, letter by letter. */
class SideReader {
  readonly axes: (string[] | '...')[] = [];
  readonly names = new Set<string>();
  /** Whether the ellipsis stands in a group. */
  groupedDots = false;
  #group: string[] | null = null;

  read(text: string): void {
    for (const token of text.match(/[\p{L}\p{N}_\u2026]+|[^\s]/gu) ?? []) this.#take(token);
    if (this.#group) throw valueError(`Imbalanced parentheses in expression: '${text}'`);
  }

  #take(token: string): void {
    if (token === '(') {
      if (this.#group) throw valueError('Axis composition is one-level (brackets inside brackets not allowed)');
      this.#group = [];
    } else if (token === ')') {
      if (!this.#group) throw valueError('Brackets are not balanced');
      this.axes.push(this.#group);
      this.#group = null;
    } else if (/^[\p{L}\p{N}_\u2026]/u.test(token)) this.#name(token);
    else throw valueError(`Unknown character '${token}'`);
  }

  #name(name: string): void {
    if (this.names.has(name)) throw valueError(`Indexing expression contains duplicate dimension '${name}'`);
    if (/^\d+$/.test(name)) {
      if (Number(name) !== 1) throw valueError('rearrange only supports unnamed axes of size 1');
      if (!this.#group) this.axes.push([]);
      return;
    }
    if (name !== DOTS) checkName(name);
    this.names.add(name);
    if (this.#group) {
      this.groupedDots ||= name === DOTS;
      this.#group.push(name);
    } else this.axes.push(name === DOTS ? '...' : [name]);
  }
}

function readSide(text: string): SideReader {
  const dots = text.split('.').length - 1;
  if (dots > 0 && !text.includes('...')) {
    throw valueError('Expression may contain dots only inside ellipsis (...)');
  }
  if (dots !== 0 && dots !== 3) {
    throw valueError('Expression may contain dots only inside ellipsis (...); only one ellipsis for tensor ');
  }
  const reader = new SideReader();
  reader.read(text.replace('...', DOTS));
  return reader;
}

const quoted = (names: readonly string[]): string =>
  `{${names.map((name) => `'${name === DOTS ? '...' : name}'`).join(', ')}}`;

/**
 * Reads a pattern. In a group, the ellipsis is the name `…`.
 *
 * @throws TorchValueError for what is no pattern of a rearrangement.
 */
export function parsePattern(pattern: string, lengths: readonly string[]): { left: Side; right: Side } {
  const sides = pattern.split('->');
  if (sides.length !== 2) throw valueError("Pattern must contain a single '->' separator");
  const [left, right] = sides.map(readSide) as [SideReader, SideReader];
  if (right.names.has(DOTS) && !left.names.has(DOTS)) {
    throw valueError(`Ellipsis found in right side, but not left side of a pattern ${pattern}`);
  }
  if (left.groupedDots) throw valueError(`Ellipsis is parenthesis in the left side is not allowed: ${pattern}`);
  const single = [...left.names, ...right.names].filter((name) => !left.names.has(name) || !right.names.has(name));
  if (single.length > 0) {
    throw valueError(`Identifiers only on one side of rearrange expression (should be on both): ${quoted(single)}`);
  }
  const unknown = lengths.filter((name) => !left.names.has(name));
  if (unknown.length > 0) throw valueError(`Identifiers not found in rearrange expression: ${quoted(unknown)}`);
  return { left, right };
}

/** The name of the ellipsis within a group. */
export const ELLIPSIS = DOTS;
