export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** How a language writes data. */
export interface Notation {
  indent: string
  /** Between the braces of an object and its members, where these are on one line. */
  padding: string
  /** After the last member, where each has a line of its own. */
  trailing: string
  text: (value: string) => string
  key: (name: string) => string
  constants: { true: string; false: string; null: string }
}

const quote = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

export const javaScript: Notation = {
  indent: '  ',
  padding: ' ',
  trailing: '',
  text: quote,
  key: (name) => (/^[\w$]+$/.test(name) ? name : quote(name)),
  constants: { true: 'true', false: 'false', null: 'null' }
}

/** A string of JSON is one of Python. */
export const python: Notation = {
  indent: '    ',
  padding: '',
  trailing: ',',
  text: (value) => JSON.stringify(value),
  key: (name) => JSON.stringify(name),
  constants: { true: 'True', false: 'False', null: 'None' }
}

const LONGEST_LINE = 60

/** A value of JSON as one writes it in a language: on a line where that is short. */
export function literal(value: Json, notation: Notation, indent = ''): string {
  const { text, key, padding, trailing, constants } = notation
  if (typeof value === 'string') return text(value)
  if (value === null || typeof value === 'boolean') return constants[`${value}`]
  if (typeof value === 'number') return String(value)
  const inner = indent + notation.indent
  const parts = Array.isArray(value)
    ? value.map((item) => literal(item, notation, inner))
    : Object.entries(value).map(([name, item]) => `${key(name)}: ${literal(item, notation, inner)}`)
  const [open, close, space] = Array.isArray(value) ? ['[', ']', ''] : ['{', '}', padding]
  const line = `${open}${space}${parts.join(', ')}${space}${close}`
  if (line.length <= LONGEST_LINE && !line.includes('\n')) return line
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}${trailing}\n${indent}${close}`
}
