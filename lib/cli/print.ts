import { visible } from './visible';

/** Prints lines on stdout. Each element is one line, whatever characters it holds. */
export function print(lines: readonly string[]): void {
  console.log(lines.map(visible).join('\n'));
}

/** Prints one text on stderr; only its own line ends stay. */
export function printOnStderr(text: string): void {
  console.error(visibleLines(text));
}

/** A text of several lines. Use {@link visible} first on a part of it that must not begin a line of its own. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
