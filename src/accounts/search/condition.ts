/** Stands between name, mobile and email. A text that has it may be found across them, and is looked for in each. */
const SEPARATOR = '\u001f'

/** What a row `s` of the search texts is compared with: SQL, and the values of its `$1` and `$2`. */
export interface Condition {
  compares: 'a text' | 'a substring and a text' | 'fields'
  sql: string
  values: string[]
}

type Reference = (parameter: string) => string

/** For a statement that is planned once: its planner does not look at the value. */
export const hidden: Reference = (parameter) => `(select ${parameter}::text)`
export const visible: Reference = (parameter) => `${parameter}::text`

/** The index finds the substring; a text that is longer is compared with each row found. */
export function conditionOf(accounts: string, text: string, substring: string, refer: Reference): Condition {
  const pattern = `%${substring.replace(/[\\%_]/g, '\\$&')}%`
  const like = `text like ${refer('$1')}`
  if (text.includes(SEPARATOR)) {
    const sql = `${like} and ${inOneField(accounts, refer('$2'))}`
    return { compares: 'fields', sql, values: [pattern, text] }
  }
  if (substring === text) return { compares: 'a text', sql: like, values: [pattern] }
  const sql = `${like} and strpos(text, ${refer('$2')}) > 0`
  return { compares: 'a substring and a text', sql, values: [pattern, text] }
}

function inOneField(accounts: string, text: string): string {
  const fields = ['name', 'mobile', 'email'].map((field) => `strpos(quintet.fold(a.${field}), ${text}) > 0`)
  return `exists (select from ${accounts} a where a.id = s.id and (${fields.join(' or ')}))`
}
