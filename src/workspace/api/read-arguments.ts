/** Reads the arguments of a call from its body: form fields, JSON or multipart. */
import { z } from 'zod';

export type Arguments = Readonly<Record<string, unknown>>;

/** @returns undefined when the body is not what its content type says */
export async function readArguments(
  contentType: string,
  body: Buffer,
): Promise<Arguments | undefined> {
  if (body.length === 0) return {};
  if (contentType.includes('application/json')) return jsonArguments(body);
  if (contentType.includes('multipart/form-data')) return multipartArguments(contentType, body);
  return Object.fromEntries(new URLSearchParams(body.toString()));
}

function jsonArguments(body: Buffer): Arguments | undefined {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(body.toString())).data;
  } catch {
    return undefined;
  }
}

async function multipartArguments(
  contentType: string,
  body: Buffer,
): Promise<Arguments | undefined> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    return Object.fromEntries(form);
  } catch {
    return undefined;
  }
}
