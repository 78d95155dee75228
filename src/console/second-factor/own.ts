import type { Limit } from '../forms/rules.ts'

/** The second factor of the caller. */
export interface FactorState {
  enabled: boolean
  /** ISO 8601; null where it is not enabled. */
  since: string | null
  /** Whether the caller's role demands one. */
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

/** How an API reads and changes the second factor of the caller; `confirm` and `renew` give recovery codes. */
export interface OwnSecondFactor {
  limits: Readonly<Record<keyof Confirmation, Limit>>
  read: () => Promise<FactorState>
  begin: (currentPassword: string) => Promise<Enrolment>
  confirm: (code: string) => Promise<string[]>
  renew: (confirmation: Confirmation) => Promise<string[]>
  remove: (confirmation: Confirmation) => Promise<unknown>
}
