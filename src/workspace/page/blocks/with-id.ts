/** A block after it was given the id that its elements report. */
export type WithId<B> = B & { readonly block_id: string };
