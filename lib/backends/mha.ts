import { takesNothing } from '../arguments/read';
import { typeError } from '../errors';
import { limitMembers } from '../arguments/surplus';

let enabled = true;

/** How attention and transformers are computed in inference. */
export interface MhaBackend {
  /**
   * Whether `nn.MultiheadAttention`, `nn.TransformerEncoderLayer` and `nn.TransformerEncoder` may run as one operator of
   * libtorch each. They do so in evaluation mode with `batchFirst`, if no gradient is recorded; see their pages.
   */
  getFastpathEnabled(): boolean;
  /**
   * Allows or forbids it, for this thread of JavaScript. True at the start.
   *
   * @throws TypeError for anything but a boolean
   * @example
   * torch.backends.mha.setFastpathEnabled(false);
   */
  setFastpathEnabled(value: boolean): void;
}

export const mha: MhaBackend = {
  getFastpathEnabled(...args: []): boolean {
    takesNothing('torch.backends.mha.getFastpathEnabled', args);
    return enabled;
  },
  setFastpathEnabled(value: boolean): void {
    if (typeof value !== 'boolean') throw typeError('torch.backends.mha.setFastpathEnabled: expected a boolean');
    enabled = value;
  },
};

limitMembers(mha, { setFastpathEnabled: 1 });
