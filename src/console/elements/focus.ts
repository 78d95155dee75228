/** Focuses an element of a dialog that opens, after Element Plus has focused its first one. */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  setTimeout(() => find()?.focus())
}
