/** Special functions, as Python's torch.special. */
export * from './generated/special';
