/** The tags of arguments that native/export/init.cc reads. */
export const TAG = {
  none: 0,
  slot: 1,
  int: 2,
  float: 3,
  bool: 4,
  string: 5,
  complex: 6,
  list: 7,
  dtype: 8,
  device: 9,
  plan: 10,
  absent: 11,
} as const;
