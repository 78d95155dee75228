const TRIGRAM = 3

/** The longest part of the text without a frequent trigram; undefined where it has none of three characters. */
export function rarePart(text: string, frequent: ReadonlySet<string>): string | undefined {
  let longest = ''
  let from = 0
  for (let at = 0; at + TRIGRAM <= text.length; at += 1) {
    // Frequent trigrams are ASCII, so that no surrogate pair is cut in two.
    if (frequent.has(text.slice(at, at + TRIGRAM).toLowerCase())) from = at + 1
    else if (at + TRIGRAM - from > longest.length) longest = text.slice(from, at + TRIGRAM)
  }
  return longest === '' ? undefined : longest
}
