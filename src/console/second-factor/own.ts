import type { Question } from '../app/confirm.ts'
import type { Limit } from '../forms/rules.ts'

/** The second factor of the caller. */
export interface FactorState {
  enabled: boolean
  /** ISO 8601; null where it is not enabled. */
  since: string | null
  /** Whether the caller's role requires one. */
  required: boolean
  recoveryCodesLeft: number
}

/** A secret for an authenticator app, which counts once a code of it is confirmed. */
export interface Enrolment {
  /** In base32. */
  secret: string
  /** `otpauth://…` */
  uri: string
  /** Of the address, an SVG document. */
  qrSvg: string
}

/** What the caller confirms a change with. */
export interface Confirmation {
  currentPassword: string
  code: string
}

/** What the caller may do with the second factor by a form. */
export type FactorTask = 'begin' | 'renew' | 'remove'

/** A form that takes the password, a code, or both. */
export interface FactorStep {
  /** What it is for, above its fields. */
  text: string
  fields: readonly (keyof Confirmation)[]
  /** Of the button that sends it. */
  label: string
  /** To be confirmed before it is sent. */
  question?: Question
  /** Throws what `session.call` throws. */
  send: (values: Confirmation) => Promise<unknown>
}

/** How an API reads and changes the second factor of the caller; `confirm` and `renew` give recovery codes. */
export interface OwnSecondFactor {
  limits: Readonly<Record<keyof Confirmation, Limit>>
  read: () => Promise<FactorState>
  begin: (currentPassword: string) => Promise<Enrolment>
  confirm: (code: string) => Promise<string[]>
  renew: (confirmation: Confirmation) => Promise<string[]>
  remove: (confirmation: Confirmation) => Promise<unknown>
}
