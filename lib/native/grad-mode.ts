import { native } from './binding';

/** Runs a function with recording for autograd on or off, for this package's own work; users have `torch.noGrad`. */
export function inGradMode<R>(recording: boolean, body: () => R): R {
  const former = native.setGradEnabled(recording);
  try {
    return body();
  } finally {
    native.setGradEnabled(former);
  }
}

/** Runs a function without recording its operators. */
export function withoutGrad<R>(body: () => R): R {
  return inGradMode(false, body);
}
