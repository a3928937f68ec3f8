import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import { openRegular } from '../../arguments/files';
import { dataError } from '../../errors';

/** Fails unless a file has the MD5 of the published one. */
export function checkFile(label: string, file: string, md5: string): void {
  const descriptor = openRegular(label, file);
  const hash = createHash('md5');
  try {
    const part = Buffer.allocUnsafe(1 << 20);
    for (let got = readSync(descriptor, part); got > 0; got = readSync(descriptor, part))
      hash.update(part.subarray(0, got));
  } finally {
    closeSync(descriptor);
  }
  const found = hash.digest('hex');
  if (found === md5) return;
  throw dataError(
    `${label}: ${JSON.stringify(file)} is not the file that was published: its MD5 is ${found}, not ${md5}; ` +
      'get it again, or pass checkHash: false if it is one of your own',
  );
}
