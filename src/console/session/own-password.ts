import type { Limit } from '../forms/rules.ts'

/** How an API changes the password of the caller. */
export interface OwnPassword {
  /** The fields of the body, to which refusals belong. */
  fields: { current: string; next: string }
  /** Of `generated/limits`. */
  limits: Readonly<Record<string, Limit>>
  send: (current: string, next: string) => Promise<unknown>
}
