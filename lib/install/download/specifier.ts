/** Tells whether a Python version fits a specifier such as `==13.1.1.3.*` or `<14,>=13.0.88` (PEP 440, releases only). */
export function satisfies(version: string, specifier: string): boolean {
  const [release = ''] = version.split('+');
  if (!/^\d+(\.\d+)*(\.?post\d+)?$/.test(release)) return false; // no pre-releases
  return specifier.split(',').every((clause) => clauseHolds(release, clause.trim()));
}

function clauseHolds(version: string, clause: string): boolean {
  const [, operator, bound = ''] = /^(==|!=|<=|>=|<|>|~=)\s*(\S+)$/.exec(clause) ?? [];
  if (operator === '==' && bound.endsWith('.*')) return `${version}.`.startsWith(bound.slice(0, -1));
  const order = compareReleases(version, bound);
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '~=':
      return order >= 0 && `${version}.`.startsWith(bound.slice(0, bound.lastIndexOf('.') + 1));
    default:
      return false;
  }
}

/** Orders by number, part by part; a missing part counts as zero. */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/\.|(?=post)/).map((part) => parseInt(part, 10) || 0));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let i = 0; i < length; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
