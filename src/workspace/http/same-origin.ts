import type { IncomingMessage } from 'node:http';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * True when the request was made to a loopback name and, if a browser page made it, by a page of
 * this very server. Keeps web pages from elsewhere from driving the workspace of whoever visits them.
 */
export function isFromHere({ headers }: IncomingMessage): boolean {
  const { host, origin } = headers;
  if (!host || !loopback.has(host.replace(/:\d+$/, '').toLowerCase())) return false;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  return origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
}
