const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** `1.5 KB`; 1 KB is 1024 bytes. */
export function fileSize(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const amount = bytes / 1024 ** step;
  return `${step === 0 ? amount : amount.toFixed(1)} ${UNITS[step]}`;
}
