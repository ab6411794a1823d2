import type { ComponentChildren } from 'preact';

/** A line across the top about something that is wrong right now. */
export function Banner({ children }: { readonly children: ComponentChildren }) {
  return (
    <output class="banner">
      <span class="banner-mark" aria-hidden="true" /> {children}
    </output>
  );
}
