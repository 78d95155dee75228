/** One field that breaks a rule: where it stood in the request, and which rule of JSON Schema it broke. */
export interface Issue {
  /**
   * `body`, `query` or `path`, then the property names and indices down to the value. `body` alone with the rule `format` is
   * the field that has this format in the contract.
   */
  path: (string | number)[]
  /** JSON Schema keyword (`required`, `type`, `maxLength` …) or the name of a rule of our own. */
  rule: string
  /** What people call the field, in the language of the API. */
  label?: string | undefined
  /** English, for a developer. */
  message: string
  /** What the rule asks for: `{ limit: 64 }`, `{ type: 'string' }`, `{ format: 'email' }` … */
  params?: Record<string, unknown>
}

/** A counter of tries that has reached its limit, and the key that it is for. */
export interface FullCounter {
  of: 'account' | 'address' | 'register'
  key: string
}

/** Every reason for which a domain module refuses, with the details of the case. */
export interface DomainErrorDetails {
  /** A value that the contract's schema lets pass but the domain does not. */
  invalid: { issues: Issue[] }
  'name-taken': { name: string }
  /** A new name with characters that nobody sees, or with none that anybody does. */
  'hidden-characters': Record<string, never>
  /** A new password that many people use, or that is the account's own name; `field` of the body where the contract has it. */
  'weak-password': { field?: string | undefined }

  'unknown-login': { name: string }
  /** Login: the account exists, the password is another. */
  'wrong-password': { name: string }
  /** Login with `HIDE_ACCOUNTS`: unknown name or wrong password, not said which. */
  'login-failed': { name: string }
  /** Login with the right password on a disabled account. */
  'login-disabled': Record<string, never>
  /** A password given to confirm a change is not the account's. */
  'wrong-current-password': Record<string, never>

  /** The password is right, and the account has a second factor: a code is to be sent too. */
  'code-missing': Record<string, never>
  /** A code that is wrong, too old or used. */
  'wrong-code': Record<string, never>
  /** The secret of the second factor was encrypted under a token secret that the server no longer has. */
  'code-unreadable': Record<string, never>
  'second-factor-enabled': Record<string, never>
  /** The account has no second factor; to confirm one, none was begun. */
  'second-factor-off': Record<string, never>
  /** The caller's role requires a second factor, which has to be enabled before anything else. */
  'enrolment-required': Record<string, never>

  /** The caller's token is good, its account is removed. */
  'caller-removed': Record<string, never>
  'caller-disabled': Record<string, never>
  /** The token was revoked by logout, password change, disabling or exchange. */
  'token-revoked': Record<string, never>
  /** A token that may no longer be exchanged for a new one. */
  'refresh-refused': Record<string, never>

  'account-not-found': Record<string, never>
  'session-not-found': Record<string, never>
  /** The account is there, its profile is not. */
  'profile-not-found': Record<string, never>
  'role-name-taken': { name: string }
  'role-not-found': Record<string, never>
  'right-not-found': Record<string, never>
  'task-not-found': Record<string, never>

  /** A task of others. */
  'not-permitted': Record<string, never>
  /** Granting what one does not hold oneself. */
  'grant-exceeds-rights': Record<string, never>
  /** Acting on an account or a role that holds rights which the caller lacks. */
  outranked: Record<string, never>
  /** Removing the role of the administrators, or changing its rights. */
  'built-in-role': Record<string, never>
  /** The change would leave the realm without an enabled administrator. */
  'last-administrator': Record<string, never>
  /** Administrators may not disable themselves, nor remove their own second factor without a code. */
  'own-account': Record<string, never>

  /** Limit of failed logins, of registrations or of an account's writes reached. `retryAfter` in seconds. */
  'too-many-attempts': { retryAfter: number; counter?: FullCounter | undefined }
  /** Out of capacity for the moment. `retryAfter` in seconds. */
  busy: { retryAfter: number }
  /** The database does not answer. `retryAfter` in seconds. */
  unavailable: { retryAfter: number }
}

export type DomainErrorCode = keyof DomainErrorDetails

/** The one error that domain modules throw on purpose. Each API turns its code into a documented response. */
export class DomainError<Code extends DomainErrorCode = DomainErrorCode> extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly code: Code,
    readonly details: DomainErrorDetails[Code],
    options?: ErrorOptions
  ) {
    super(code, options)
  }
}

export function domainError(
  code: { [C in DomainErrorCode]: Record<string, never> extends DomainErrorDetails[C] ? C : never }[DomainErrorCode]
): DomainError {
  return new DomainError(code, {})
}

/** Out of capacity: the request may be sent again in a second. */
export function busy(): DomainError {
  return new DomainError('busy', { retryAfter: 1 })
}

/** A limit is reached for so many milliseconds; `counter` is the one that is full, where that goes into the audit trail. */
export function tooManyAttempts(milliseconds: number, counter?: FullCounter): DomainError {
  return new DomainError('too-many-attempts', { retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)), counter })
}
