/** What a request must be before it is answered: the board shows files of its user, and nobody else may ask for them. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** A refusal, with what the page shows of it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Names of this machine for itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Nothing is loaded from elsewhere, no script stands in the page, and no other page may hold this one in a frame. Pictures are
 * served as what they are, and never as documents.
 */
const POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

export const HEADERS: OutgoingHttpHeaders = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/**
 * Refuses requests that a page of somebody else has caused: one whose name was made to point here (its `Host` is not this
 * machine's), and one that asks across origins.
 */
export function checkRequest({ headers, method }: IncomingMessage): void {
  const host = headers.host ?? '';
  if (!LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase())) {
    throw new Refusal(
      403,
      'the board answers at localhost and 127.0.0.1 only; for another machine use a tunnel (ssh -L)',
    );
  }
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) throw new Refusal(403, 'this comes from another page');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Refusal(403, 'this comes from another page');
  }
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
    throw new Refusal(405, 'there is no such method here');
}

/** Only who has the token that the command has printed may control runs. */
export function checkToken({ headers }: IncomingMessage, token: string | null): void {
  if (token === null) throw new Refusal(403, 'this board only shows; start it with --control to control runs');
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new Refusal(401, 'to control runs, open the address that the command has printed');
  }
  if (!/^application\/json\b/.test(headers['content-type'] ?? '')) throw new Refusal(415, 'expected JSON');
}

const LARGEST_BODY = 4096;

/** The body of a request as JSON. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += (part as Buffer).length;
    if (length > LARGEST_BODY) throw new Refusal(413, 'the request is too large');
    parts.push(part as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new Refusal(400, 'the request is no JSON');
  }
}
