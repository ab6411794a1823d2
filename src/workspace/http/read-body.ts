import type { IncomingMessage } from 'node:http';

/** The most a request may carry, in bytes. */
export const mostBytes = 4 * 1024 * 1024;

/** @returns undefined when the body is larger than allowed; the rest of it is not kept */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += buffer.length;
    if (bytes <= mostBytes) chunks.push(buffer);
  }
  return bytes <= mostBytes ? Buffer.concat(chunks) : undefined;
}
