'use strict';
// What test files leave open: timers, servers, sockets, child processes. Such a thing keeps a worker of jest when all tests have
// ended, and jest says only that the worker "has failed to exit gracefully".

/** The files, in the order in which they ended. */
const files = [];

/** How often each kind of thing is open now. */
function openNow() {
  const counts = new Map();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Remembers what a file has opened and not closed. */
function note(file, before) {
  const more = [...openNow()].filter(([kind, count]) => count > (before.get(kind) ?? 0)).map(([kind]) => kind);
  if (more.length > 0) files.push(`${file} (${more.join(', ')})`);
}

/** What is open, and who may have opened it. */
function describe() {
  const kinds = [...new Set(process.getActiveResourcesInfo())];
  const what =
    kinds.length > 0 ? kinds.join(', ') : 'nothing that Node lists, so a job of the library or a slow machine';
  return `A worker of jest goes on after its tests: ${what}. Files that left something open: ${files.join('; ') || 'none'}\n`;
}

module.exports = { openNow, note, describe };
