/** `torch.utils.benchmark`: how long something takes, and tables of it. */
export { Colorize, Compare } from './compare';
export { orderedUnique, setTorchThreads } from './helpers';
export { Measurement, type TaskOptions, TaskSpec } from './measurement';
export { selectUnit, trimSigfig, unitToEnglish } from './statistics';
export { type AdaptiveOptions, type BlockedOptions, Timer, type TimerOptions } from './timer';
