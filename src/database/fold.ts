/** Text by which two spellings of it are one: NFKC, and without regard to case. */
export function foldText(text: string): string {
  // Twice, for the lower form of some letters (ẞ) has another upper form.
  return fold(fold(text))
}

/** The same for a part of a text, where a sigma may be the last letter of the part and not of its word. */
export function foldForSearch(text: string): string {
  return withoutFinalSigma(foldText(text))
}

/** By way of upper case, where letters meet whose lower forms are several: ß and ss, ς and σ. */
function fold(text: string): string {
  return lowerByUpper(text.normalize('NFKC')).normalize('NFKC')
}

function lowerByUpper(text: string): string {
  return text.toUpperCase().toLowerCase()
}

function withoutFinalSigma(text: string): string {
  return text.replaceAll('ς', 'σ')
}

const FIRST_BEHIND_ASCII = 0x80
const LAST = 0x10ffff

/** Letters behind ASCII, in NFKC and in the order of their codes, and what one pass of `foldForSearch` makes of them. */
export function foldedLetters(): [letter: string, folded: string][] {
  const letters: [string, string][] = []
  for (let code = FIRST_BEHIND_ASCII; code <= LAST; code += 1) {
    const letter = String.fromCodePoint(code)
    const folded = withoutFinalSigma(lowerByUpper(letter))
    if (folded !== letter && letter.normalize('NFKC') === letter) letters.push([letter, folded])
  }
  return letters
}
