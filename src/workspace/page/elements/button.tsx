import type { Button } from '@slack/types';
import { safeUrl } from '../text/safe-url.ts';
import { PlainText } from '../text/text-object.tsx';
import { type Placed, useControl } from './element-control.ts';

export function ButtonElement(placed: Placed<Button>) {
  const { element } = placed;
  const control = useControl(placed);
  const tell = () =>
    control.choose({
      text: element.text,
      ...(element.value === undefined ? {} : { value: element.value }),
    });
  const look = `button ${element.style ?? 'plain'}${control.pending ? ' pending' : ''}`;
  const url = element.url === undefined ? undefined : safeUrl(element.url);
  const label = <PlainText text={element.text.text} />;
  if (url !== undefined) {
    return (
      <a
        class={look}
        href={url}
        target="_blank"
        rel="noreferrer noopener"
        aria-label={element.accessibility_label}
        onClick={tell}
      >
        {label}
        <span aria-hidden="true"> ↗</span>
      </a>
    );
  }
  return (
    <button
      type="button"
      class={look}
      aria-label={element.accessibility_label}
      aria-busy={control.pending}
      aria-disabled={control.pending}
      onClick={tell}
    >
      {label}
    </button>
  );
}
