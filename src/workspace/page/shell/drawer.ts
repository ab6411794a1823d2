import { useEffect, useState } from 'preact/hooks';

/** Whether the sidebar's drawer is open (narrow screens). It takes the focus, and Escape closes it. */
export function useDrawer(): readonly [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    document.querySelector<HTMLElement>('.person-switcher button')?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setOpen(false);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);
  return [open, setOpen];
}
