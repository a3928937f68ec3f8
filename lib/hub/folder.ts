import os from 'node:os';
import path from 'node:path';

import { pathOf } from '../arguments/files';
import { refuseSurplus, takesNothing } from '../arguments/read';
import { warn } from '../errors';

/** The folder that {@link setDir} has named. */
let chosen: string | null = null;

/** `~` and what is below it are the user's own folder. @internal */
export function expandUser(name: string): string {
  return /^~(?=$|[/\\])/.test(name) ? path.join(os.homedir(), name.slice(1)) : name;
}

/**
 * The folder that weights are kept in, below `checkpoints`: the one of {@link setDir}; `hub` in the folder that the environment
 * variable `TORCH_HOME` names; or `torch/hub` in that of `XDG_CACHE_HOME`, which is `~/.cache` by default. Python's torch
 * uses the same folder, so both share their downloads.
 *
 * @see https://docs.pytorch.org/docs/2.13/hub.html#torch.hub.get_dir
 * @example
 * torch.hub.getDir(); // /home/me/.cache/torch/hub, for example
 */
export function getDir(...args: []): string {
  takesNothing('torch.hub.getDir', args);
  const { TORCH_HUB, TORCH_HOME, XDG_CACHE_HOME } = process.env;
  if (TORCH_HUB) warn('TORCH_HUB is deprecated, please use env TORCH_HOME instead');
  if (chosen !== null) return chosen;
  const home = TORCH_HOME ?? path.join(XDG_CACHE_HOME ?? '~/.cache', 'torch');
  return path.join(expandUser(home), 'hub');
}

/**
 * Sets the folder that weights are kept in.
 *
 * @see https://docs.pytorch.org/docs/2.13/hub.html#torch.hub.set_dir
 * @example
 * torch.hub.setDir('/tmp/weights');
 */
export function setDir(d: string | URL, ...surplus: []): void {
  refuseSurplus('torch.hub.setDir', 1, surplus);
  chosen = expandUser(pathOf('torch.hub.setDir', d));
}
