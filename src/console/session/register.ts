import type { Rule } from '../forms/rules.ts'

/** A field of the generic registration. */
export interface RegisterField {
  name: string
  label: () => string
  kind?: 'text' | 'email' | 'tel' | 'password'
  /** For a choice of one of these values. */
  choices?: { value: string; label: () => string }[]
  initial?: string
  required?: boolean
  rules?: Rule[]
  autocomplete?: string
  /** Checks the value at the server while it is typed; answers why it cannot be taken. */
  check?: (value: string) => Promise<string | undefined>
}

export interface RegisterSettings {
  fields: RegisterField[]
  /** The field that the login asks for. */
  nameField: string
  /** Sends; throws a `Problem`. */
  send: (values: Record<string, string>) => Promise<unknown>
}
