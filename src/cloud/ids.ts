import { createHash } from 'node:crypto';

/** How a cloud's image IDs look; a profile's `imageId.style`. R-ID-01 */
export type IdStyle = 'uuid' | 'img';

/**
 * The IDs that belong to an idempotency key: the same key and label always give the same ID, so work that is done again
 * makes the same things again. Labels that begin with `image` get the cloud's own style, all others are UUIDs.
 */
export function idsFor(key: string, style: IdStyle): (label: string) => string {
  return (label) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([key, label]))
      .digest();
    return style === 'img' && label.startsWith('image') ? shortId(hash) : uuid(hash);
  };
}

/** UUID version 8, "custom": RFC 9562 leaves its content to whoever makes it. */
function uuid(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** `img-` and ten letters and digits, as JD Cloud writes it. */
function shortId(hash: Buffer): string {
  const digits = hash.readBigUInt64BE().toString(36).padStart(13, '0');
  return `img-${digits.slice(-10)}`;
}
