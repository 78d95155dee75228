const TRIGRAM = 3
/** Other characters make no trigram of three that the index could be asked for. */
const WORD = /^[\p{L}\p{N}]{3}$/u

/**
 * The longest part of the text without a frequent trigram that has three letters or digits in a row; undefined where
 * there is none.
 */
export function rarestSubstring(text: string, frequent: ReadonlySet<string>): string | undefined {
  let longest: string | undefined
  let from = 0
  let selects = false
  for (let end = TRIGRAM; end <= text.length; end += 1) {
    const trigram = text.slice(end - TRIGRAM, end)
    // Frequent trigrams are ASCII, so that no surrogate pair is cut in two.
    if (frequent.has(trigram.toLowerCase())) {
      from = end - TRIGRAM + 1
      selects = false
    } else {
      selects ||= WORD.test(trigram)
      if (selects && end - from > (longest?.length ?? 0)) longest = text.slice(from, end)
    }
  }
  return longest
}
