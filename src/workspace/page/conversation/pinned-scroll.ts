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
  const lastTop = useRef(0);
  const fromBottom = useRef(0);

  /**
   * Decides whether the reader is at the bottom, and stays there. The browser's own anchoring is off
   * meanwhile, so away from the bottom only the reader can have moved the box upwards.
   */
  function settle(): void {
    if (!box.current) return;
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    pinned.current = near || (pinned.current && scrollTop >= lastTop.current);
    box.current.style.overflowAnchor = pinned.current ? 'none' : 'auto';
    if (pinned.current) box.current.scrollTop = scrollHeight;
    lastTop.current = box.current.scrollTop;
    fromBottom.current = scrollHeight - lastTop.current;
  }

  useLayoutEffect(() => {
    pinned.current = true;
    lastTop.current = 0;
    settle();
  }, [place]);

  useLayoutEffect(() => {
    if (!box.current || pinned.current || oldest === undefined) return;
    box.current.scrollTop = box.current.scrollHeight - fromBottom.current;
    lastTop.current = box.current.scrollTop;
  }, [oldest]);

  useEffect(() => {
    const watcher = new ResizeObserver(settle);
    for (const element of [box.current, content.current]) if (element) watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  function onScroll(): void {
    settle();
    if (lastTop.current < ALMOST_UP_PX && !pinned.current) onUp?.();
  }

  return { box, content, onScroll };
}
