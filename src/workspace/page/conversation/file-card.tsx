import type { FileCard } from '../../page-api.ts';
import { fileSize } from '../text/file-size.ts';

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
