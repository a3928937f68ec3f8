/** What a backward does about streams of a GPU. Both settings hold for the process. */
import { bool } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { native } from '../../native/binding';

const ENABLED = { enabled: bool() };

/** Whether a backward warns where a gradient comes from another stream than that on which it is added up. */
export function setWarnOnAccumulateGradStreamMismatch(...args: [enabled: boolean]): void {
  const { enabled } = readArguments('setWarnOnAccumulateGradStreamMismatch', ENABLED, args);
  native.switchTo('warnOnStreamMismatch', enabled);
}

/**
 * Whether a backward within the capture of a graph of CUDA uses the stream of the capture in place of one that takes no part in it;
 * otherwise it fails where that is the default stream.
 */
export function setOverrideStaleCaptureStream(...args: [enabled: boolean]): void {
  const { enabled } = readArguments('setOverrideStaleCaptureStream', ENABLED, args);
  native.switchTo('overrideStaleStream', enabled);
}
