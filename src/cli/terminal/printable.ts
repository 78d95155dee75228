/** A text that others chose, safe to print: what could steer a terminal or break the line is escaped. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the expression matches one character
    return `\\u{${character.codePointAt(0)!.toString(16)}}`
  })
}

/** A line of JSON that is safe to print in the same way, and means the same. */
export function jsonLine(value: object): string {
  return JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
  })
}
