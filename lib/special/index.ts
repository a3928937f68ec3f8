/** Special functions, as Python's torch.special. */
export * from './special.generated';
