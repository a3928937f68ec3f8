/** Linear algebra, as Python's torch.linalg. */
export * from './generated/linalg';
