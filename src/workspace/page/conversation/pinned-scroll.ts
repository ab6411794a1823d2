import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const NEAR_PX = 60;
const ALMOST_UP_PX = 400;

export interface PinnedScroll {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  onScroll(): void;
}

/**
 * Keeps a scrolling box at its bottom while the reader is there, and leaves it alone elsewhere.
 * `onUp` is called near the top; when `oldest` changes after that, the reader's place is kept.
 */
export function usePinnedScroll(
  place: string,
  oldest: string | undefined,
  onUp: (() => void) | undefined,
): PinnedScroll {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const fromBottom = useRef(0);

  function toBottom(): void {
    if (pinned.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }

  useLayoutEffect(() => {
    pinned.current = true;
    toBottom();
  }, [place]);

  useLayoutEffect(() => {
    if (box.current && !pinned.current && oldest !== undefined) {
      box.current.scrollTop = box.current.scrollHeight - fromBottom.current;
    }
  }, [oldest]);

  useEffect(() => {
    const watcher = new ResizeObserver(toBottom);
    for (const element of [box.current, content.current]) if (element) watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  function onScroll(): void {
    if (!box.current) return;
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    fromBottom.current = scrollHeight - scrollTop;
    pinned.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (scrollTop < ALMOST_UP_PX && !pinned.current) onUp?.();
  }

  return { box, content, onScroll };
}
