/** A set of letters as a regular expression has it: the first and last of those that follow each other. */
export function rangesOf(letters: string[]): string {
  const ranges: [first: number, last: number][] = []
  // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- no letter is empty
  for (const code of letters.map((letter) => letter.codePointAt(0)!)) {
    const range = ranges.at(-1)
    if (range !== undefined && range[1] === code - 1) range[1] = code
    else ranges.push([code, code])
  }
  return ranges.map((range) => [...new Set(range)].map((code) => String.fromCodePoint(code)).join('-')).join('')
}
