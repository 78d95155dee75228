import { HIDDEN } from '../../realms/names.js'

const EACH_HIDDEN = new RegExp(HIDDEN, 'gu')

/** A text that others chose, safe to print: what could steer a terminal, break the line or is not seen is escaped. */
export function printable(text: string): string {
  return text.replace(EACH_HIDDEN, (character) => `\\u{${Number(character.codePointAt(0)).toString(16)}}`)
}

/** A line of JSON that is safe to print in the same way, and means the same. */
export function jsonLine(value: object): string {
  return JSON.stringify(value).replace(EACH_HIDDEN, (character) => {
    const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
  })
}
