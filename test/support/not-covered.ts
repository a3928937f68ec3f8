/** What docs/coverage.md gives as the reason for a name of Python's that is not here. */
export const REASONS: Readonly<Record<string, string>> = {};
