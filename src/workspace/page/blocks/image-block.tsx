import type { ImageBlock, ImageElement } from '@slack/types';
import { useState } from 'preact/hooks';
import { safeImageUrl } from '../text/safe-url.ts';
import { PlainText } from '../text/text-object.tsx';

function addressOf(image: ImageElement | ImageBlock): string | undefined {
  if ('image_url' in image) return safeImageUrl(image.image_url);
  return 'url' in image.slack_file ? safeImageUrl(image.slack_file.url) : undefined;
}

/** A picture, or its description where the picture cannot be had. */
export function ImageView(props: {
  readonly image: ImageElement | ImageBlock;
  readonly class: string;
}) {
  const [missing, setMissing] = useState(false);
  const url = addressOf(props.image);
  if (url === undefined || missing) {
    return <span class={`no-image ${props.class}`}>{props.image.alt_text}</span>;
  }
  return (
    <img
      class={props.class}
      src={url}
      alt={props.image.alt_text}
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={() => setMissing(true)}
    />
  );
}

export function ImageBlockView({ block }: { readonly block: ImageBlock }) {
  return (
    <figure class="block image">
      {block.title && (
        <figcaption>
          <PlainText text={block.title.text} />
        </figcaption>
      )}
      <ImageView image={block} class="picture" />
    </figure>
  );
}
