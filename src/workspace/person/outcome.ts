/** How something a person did turned out, in the form the page is answered with. */
export type Outcome =
  | { readonly ok: true; readonly [key: string]: unknown }
  | { readonly ok: false; readonly error: string };

export const done: Outcome = { ok: true };

export function failed(error: string): Extract<Outcome, { readonly ok: false }> {
  return { ok: false, error };
}
