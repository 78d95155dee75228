/** Null empties a text that may be empty; one that was left out stays undefined. */
export function emptied(text: string | null | undefined): string | undefined {
  return text === null ? '' : text
}
