import type { ClientOptions } from 'quintet-sdk'
import type { Ref, ShallowRef } from 'vue'
import type { Account } from './account.ts'
import type { Refusal } from './refusal.ts'
import type { Relogin } from './relogin.ts'

/** What every answer of the client package has. */
export interface Reply {
  readonly ok: boolean
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
  readonly requestId: string
}

export type Success<Answer extends Reply> = Extract<Answer, { ok: true }>

export interface SessionSettings<Client> {
  api: string
  createClient: (options: ClientOptions) => Client
  logIn: (client: Client, name: string, password: string, code: string) => Promise<Reply>
  /** Who logged in: `body` is that of the login's success, `name` what was typed. */
  accountOf: (body: unknown, name: string, client: Client) => Account | Promise<Account>
  /** What a refusal of this API says. */
  refusalOf: (body: unknown) => Refusal
  /** Completes the message of a refusal with 403, such as by the right that the operation needs. */
  explain?: (message: string, operation: string) => Promise<string>
  logOut: (client: Client) => Promise<Reply>
  /** For an API that exchanges a token for a new one. */
  renew?: (client: Client) => Promise<Reply>
}

/** The session of one API; all tabs of the browser share it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shared parts know no client
export interface Session<Client = any> {
  readonly api: string
  readonly account: Readonly<ShallowRef<Account | undefined>>
  /** The name of the account that the session had before another one logged in; shown until the reader has seen it. */
  readonly replaced: ShallowRef<string | undefined>
  /** Why the account may do nothing any more, until the next login. */
  readonly blocked: Readonly<ShallowRef<string | undefined>>
  /** Whether the account may do nothing until it has a second factor. */
  readonly mustEnrol: ShallowRef<boolean>
  readonly relogin: Relogin
  /** When the token ends. */
  readonly ends: Readonly<ShallowRef<Date | undefined>>
  /** Changes when what was read may no longer be that of this account. */
  readonly generation: Readonly<Ref<number>>
  readonly canRenew: boolean
  isOpen(): Promise<boolean>
  /** `code` is that of the second factor, empty for an account without one. */
  logIn(name: string, password: string, code: string): Promise<void>
  /** Takes what is new of the account that is logged in, such as a name that it changed, in all tabs. */
  update(account: Account): void
  /** Exchanges the token for a new one; only where `canRenew`. */
  renew(): Promise<void>
  /** Ends the session in all tabs without telling the server, which has ended it already. */
  forget(): Promise<void>
  /** Ends the session in all tabs; false when the server was not reached, so that the token stays valid. */
  logOut(): Promise<boolean>
  /**
   * Calls an operation and gives its success; throws a `Problem`. When the session has ended it asks to log in again and
   * then sends once more, if the account is the same: what was answered with 401 was not carried out.
   */
  call<Answer extends Reply>(work: (client: Client) => Promise<Answer>): Promise<Success<Answer>>
  /** As `call`, for an operation that needs no session. */
  callOpen<Answer extends Reply>(work: (client: Client) => Promise<Answer>): Promise<Success<Answer>>
  /** Calls the listener when the session ends by a logout, here or in another tab. */
  onLogout(listener: () => void): () => void
}
