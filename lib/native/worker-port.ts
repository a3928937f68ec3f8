import type { MessagePort } from 'node:worker_threads';

/** Lets a worker end once it has nothing else to do. The port to the parent has no `close` in Deno; `unref` ends the worker there. */
export function endPort(port: MessagePort): void {
  if (typeof (port.close as unknown) === 'function') port.close();
  else port.unref();
}
