/** What can go wrong while libtorch is put on the machine; each has a sentence and a fix. */
export type InstallErrorCode =
  | 'ERR_INSTALL_USAGE'
  | 'ERR_INSTALL_NETWORK'
  | 'ERR_INSTALL_HTTP_STATUS'
  | 'ERR_INSTALL_NO_WHEEL'
  | 'ERR_INSTALL_HASH'
  | 'ERR_INSTALL_ARCHIVE'
  | 'ERR_INSTALL_DISK_FULL'
  | 'ERR_INSTALL_FOLDER'
  | 'ERR_INSTALL_LOCKED'
  | 'ERR_INSTALL_PYTHON'
  | 'ERR_INSTALL_WRONG_BUILD'
  | 'ERR_INSTALL_VERIFY'
  | 'ERR_INSTALL_DECLINED'
  | 'ERR_INSTALL_NO_SOURCE';

export class InstallError extends Error {
  override readonly name = 'InstallError';

  /**
   * @param code - Stable, for programs.
   * @param message - What happened, with the file or address.
   * @param fix - What the user can do about it.
   */
  constructor(
    readonly code: InstallErrorCode,
    message: string,
    readonly fix: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What an error and its causes say. Errors are told by their shape: they may come from another realm. */
export function messageOf(error: unknown): string {
  const { message, code, cause } = (error ?? {}) as { message?: string; code?: string; cause?: unknown };
  const text = message || code || String(error);
  // Our own messages contain what their cause said.
  return cause === undefined || error instanceof InstallError ? text : `${text}: ${messageOf(cause)}`;
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

/** A full disk is worth its own sentence, wherever it shows. */
export function asDiskError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return diskFull(`There is no space left to write ${path}.`, error);
}

const REFUSALS = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'EBUSY', 'ENAMETOOLONG', 'ELOOP', 'EIO'];

/** What the system says about the cache, from wherever it comes: none of it may end in a stack. */
export function asFolderError(error: unknown, cache: string): unknown {
  if (error instanceof InstallError) return error;
  const disk = asDiskError(error, cache);
  if (disk !== error || !REFUSALS.includes(codeOf(error) ?? '')) return disk;
  return new InstallError(
    'ERR_INSTALL_FOLDER',
    `The cache ${cache} cannot be used: ${messageOf(error)}.`,
    'Make the folder writable for this user, or choose another one with --dir or LIBTORCH_NODE_CACHE.',
    { cause: error },
  );
}

export function diskFull(message: string, cause?: unknown): InstallError {
  const fix =
    'Free some space, or choose another disk with --dir or LIBTORCH_NODE_CACHE. `prune` removes old versions.';
  return new InstallError('ERR_INSTALL_DISK_FULL', message, fix, { cause });
}
