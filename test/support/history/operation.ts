import type { Answered, Sent } from '../send.js'

/** An account that several clients use at once. */
export interface Subject {
  id: number | string
  name: string
}

/** The roles and the passwords that accounts have in turn, of which the checker knows the place in these lists. */
export const PASSWORDS = ['correct horse', 'another horse']

/** A kind of request about an account. */
export interface Operation {
  /** As `checker/model.go` names it. */
  op: string
  /** How often it is chosen, beside the others of its API. */
  weight: number
  /** Sent with a token of the account. */
  byToken?: true
  /** Names a password or a role. */
  byValue?: true
  /** Changes nothing that a later request could show: without an answer it is left out. */
  reads?: true
  send(subject: Subject, token: string, value: number): Sent
  outcomes: Record<number, string>
  /** The new token in a good answer. */
  tokenIn?(body: Answered['body']): string
  /** The role that a good answer shows. */
  valueIn?(body: Answered['body']): number
}

/** An API whose accounts are used, with what is made for them beforehand. */
export interface HistoryApi {
  create(name: string): Promise<Subject>
  operations: Operation[]
  /** Sent once, when an account has had most of its requests. */
  last?: Operation
}
