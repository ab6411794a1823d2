const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** The address as a browser would follow it, or undefined unless it is http, https or mailto. */
export function safeUrl(address: string): string | undefined {
  try {
    const url = new URL(address.trim());
    return ALLOWED.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Pictures may also come from the page's own server and from data URLs of raster formats. */
export function safeImageUrl(address: string): string | undefined {
  if (/^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/.test(address)) return address;
  if (/^\/(?![/\\])/.test(address)) return address;
  return safeUrl(address);
}
