import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Room for a table. One that is too wide can be scrolled, with the keyboard as well. */
export function TableScroll(props: {
  /** What the table is called. */
  readonly name: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const own = useRef<HTMLElement>(null);

  useEffect(() => {
    const box = own.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  return (
    <section ref={own} class={`table-scroll ${props.class ?? ''}`} aria-label={props.name}>
      {props.children}
    </section>
  );
}
