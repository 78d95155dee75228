/** What a refusal says, as `problems.ts` of an API reads it from the body. */
export interface Refusal {
  message: string
  /** Messages by the names of the fields that they are about. */
  fields?: Record<string, string>
  /** The account that calls may do nothing any more, such as one that is banned. */
  isBlocked?: boolean
  /** The account may do nothing until it has a second factor. */
  mustEnrol?: boolean
}

/** Fields of the messages about codes, in the APIs that have second factors. */
export const CODE_FIELDS = { 请输入验证码: 'code', 验证码错误: 'code' }
/** The message to an account that has to enable a second factor first. */
export const MUST_ENROL = '请先启用两步验证'

/** A field that an answer refuses. */
export interface RefusedField {
  path: string
  message: string
}

/** Messages by field, of the list of refused fields that several APIs answer. */
export function fieldsOf(errors: readonly RefusedField[] = []): Record<string, string> {
  return Object.fromEntries(errors.map(({ path, message }) => [path, message]))
}

/** The message for the one field that it is about, of a table of an API; none where the table does not have it. */
export function fieldOf(table: Record<string, string>, message: string): Record<string, string> {
  const field = table[message]
  return field === undefined ? {} : { [field]: message }
}
