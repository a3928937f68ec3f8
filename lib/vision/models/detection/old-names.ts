import type { nn } from '../../../index';

/** Lets a module load the first published files, in which some of its layers have other names. */
export function readOldNames(module: nn.Module, names: Readonly<Record<string, string>>): void {
  module.registerLoadStateDictPreHook((_module, { entries }, prefix) => {
    for (const [old, now] of Object.entries(names)) {
      for (const kind of ['weight', 'bias']) {
        const tensor = entries.get(`${prefix}${old}.${kind}`);
        if (tensor === undefined) continue;
        entries.delete(`${prefix}${old}.${kind}`);
        entries.set(`${prefix}${now}.${kind}`, tensor);
      }
    }
  });
}
