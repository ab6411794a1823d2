import type { FileCard } from '../../page-api.ts';

const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** `1.5 KB`; 1 KB is 1024 bytes. */
export function fileSize(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const amount = bytes / 1024 ** step;
  return `${step === 0 ? amount : amount.toFixed(1)} ${UNITS[step]}`;
}

export function FileCardView({ file }: { readonly file: FileCard }) {
  const local = /^\/(?![/\\])/.test(file.url);
  const body = (
    <>
      <span class="file-mark" aria-hidden="true">
        {file.name.split('.').at(-1)?.slice(0, 4).toUpperCase()}
      </span>
      <span class="file-text">
        <span class="file-name">{file.name}</span>
        <small>{fileSize(file.bytes)}</small>
      </span>
    </>
  );
  const web = /^https?:\/\//i.test(file.url);
  if (!local && !web) return <span class="file-card">{body}</span>;
  return (
    <a class="file-card" href={file.url} download={file.name}>
      {body}
    </a>
  );
}
