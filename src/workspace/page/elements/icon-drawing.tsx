const DRAWINGS = {
  'thumb-up':
    'M7 9v8H4V9zM7 10l3-7c1.4 0 2.2.9 2.2 2.2V8H16c1 0 1.7.9 1.5 1.9l-1 5.5c-.2.9-.9 1.6-1.9 1.6H7',
  'thumb-down':
    'M7 11V3H4v8zM7 10l3 7c1.4 0 2.2-.9 2.2-2.2V12H16c1 0 1.7-.9 1.5-1.9l-1-5.5c-.2-.9-.9-1.6-1.9-1.6H7',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.8 11h7.4l.8-11M8.5 9v5M11.5 9v5',
  dot: 'M10 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4',
} as const;

export type Drawing = keyof typeof DRAWINGS;

/** A line drawing in the colour of the text; what it means is said by the control around it. */
export function IconDrawing({ of }: { readonly of: Drawing }) {
  return (
    <svg class="icon-drawing" viewBox="0 0 20 20" aria-hidden="true">
      <path d={DRAWINGS[of]} />
    </svg>
  );
}
