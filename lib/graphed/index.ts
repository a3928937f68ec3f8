/** `torch.cuda` as users see it: with what also needs modules and trees, which stand above `cuda`. */
export * from '../cuda/index';
export { type GraphedCallable, type GraphedCallablesOptions, makeGraphedCallables } from './callables';
