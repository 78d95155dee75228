import type { Limit } from '../forms/rules.ts'

/** How an API changes the password of the caller: by the current one and a new one. */
export interface OwnPassword<Field extends string> {
  /** Of `generated/limits`; the field of the new password has its format. */
  limits: Readonly<Record<Field, Limit>>
  send: (body: Record<Field, string>) => Promise<unknown>
}
