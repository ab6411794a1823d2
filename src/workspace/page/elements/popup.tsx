import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface PopupProps {
  /** What the popup hangs on; it opens below, or above where there is more room. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly class: string;
  readonly fitAnchor?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const GAP = 4;

function place(popup: HTMLElement, anchor: HTMLElement, fitAnchor: boolean): void {
  const box = anchor.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - GAP * 2;
  const above = box.top - GAP * 2;
  const upwards = below < Math.min(popup.scrollHeight, 220) && above > below;
  popup.style.minWidth = fitAnchor ? `${box.width}px` : '';
  popup.style.maxHeight = `${Math.min(320, upwards ? above : below)}px`;
  popup.style.left = `${Math.max(GAP, Math.min(box.left, window.innerWidth - popup.offsetWidth - GAP))}px`;
  popup.style.top = upwards ? '' : `${box.bottom + GAP}px`;
  popup.style.bottom = upwards ? `${window.innerHeight - box.top + GAP}px` : '';
}

/** A list in the browser's top layer, so that no scrolling box cuts it off. */
export function Popup({ anchor, fitAnchor = false, onClose, children, ...props }: PopupProps) {
  const own = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!own.current || !anchor.current) return;
    if (!own.current.matches(':popover-open')) own.current.showPopover();
    place(own.current, anchor.current, fitAnchor);
  });

  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target instanceof Node ? event.target : null;
      if (!own.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('scroll', outside, true);
    window.addEventListener('resize', onClose);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('scroll', outside, true);
      window.removeEventListener('resize', onClose);
    };
  }, [anchor, onClose]);

  return (
    <div ref={own} popover="manual" class={`popup ${props.class}`}>
      {children}
    </div>
  );
}
