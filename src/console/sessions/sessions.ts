import type { ListState } from '../lists/list-state.ts'
import type { Page } from '../lists/page.ts'
import type { Changes } from '../session/changes.ts'

/** A session of the caller. Times are ISO 8601. */
export interface OwnSession {
  id: string
  /** Browser and system, or program, in words; null where the client did not name them. */
  device: string | null
  address: string | null
  begun: string
  /** Of the last exchange of its token, where there was one. */
  renewed?: string | null
  expires: string
  /** Whether it is the one of this browser. */
  current: boolean
}

/** A session of any account. */
export interface OnlineSession extends OwnSession {
  account: { id: string; name: string }
}

/** How an API lists and ends the sessions of the caller. All throw what `session.call` throws. */
export interface OwnSessions {
  changes: Changes<unknown>
  read: () => Promise<OwnSession[]>
  end: (id: string) => Promise<unknown>
  endOthers: () => Promise<unknown>
}

/** How an API lists and ends the sessions of all accounts. All throw what `session.call` throws. */
export interface OnlineSessions {
  changes: Changes<unknown>
  /** Of accounts with `query` in their name, or of the one with the id `account`; all where they are empty. */
  read: (state: ListState<'query' | 'account'>, signal: AbortSignal) => Promise<Page<OnlineSession>>
  end: (id: string) => Promise<unknown>
  endAll: (account: string) => Promise<unknown>
}
