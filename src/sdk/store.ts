import { createListeners, type SessionChange, type SessionListener } from './listeners.js'

type Awaitable<T> = T | Promise<T>

type Beginning = Exclude<SessionChange, 'ended'>

/** Keeps the token of one session. What several clients or tabs share is one session. */
export interface TokenStore {
  /** The token; undefined, null or '' when nobody is logged in. */
  get(): Awaitable<string | null | undefined>
  /** Keeps this token; `change` is what listeners get, default `opened`. */
  set(token: string, change?: Beginning): Awaitable<void>
  clear(): Awaitable<void>
  /** Runs `work` while no other user of this store runs theirs, so that one of them renews the token. */
  exclusively?<T>(work: () => Promise<T>): Promise<T>
  /** Calls the listener after each change, whoever made it, until the returned function is called. */
  watch?: (listener: SessionListener) => () => void
}

/** A store in memory, which need not be waited for. */
export interface MemoryStore extends TokenStore {
  get(): string | undefined
  set(token: string, change?: Beginning): void
  clear(): void
}

/** A store that listeners can watch. */
export type WatchedStore = TokenStore & Required<Pick<TokenStore, 'watch'>>

/** Keeps the token as long as the program runs. */
export function memoryStore(token?: string | null): MemoryStore & WatchedStore {
  const { watch, announce } = createListeners()
  let last: Promise<unknown> = Promise.resolve()
  return {
    watch,
    get: () => token || undefined,
    set(next, change = 'opened') {
      token = next
      announce(change)
    },
    clear() {
      if (token) announce('ended')
      token = undefined
    },
    exclusively(work) {
      const mine = last.then(work)
      last = mine.catch(() => {})
      return mine
    }
  }
}

/** The store itself, or one around it that tells the listeners what is changed through it. */
export function watched(store: TokenStore): WatchedStore {
  if (store.watch !== undefined) return store as WatchedStore
  const { watch, announce } = createListeners()
  return {
    watch,
    get: () => store.get(),
    async set(token, change = 'opened') {
      await store.set(token, change)
      announce(change)
    },
    async clear() {
      const had = await tokenOf(store)
      await store.clear()
      if (had) announce('ended')
    },
    ...(store.exclusively && { exclusively: store.exclusively.bind(store) })
  }
}

export function inTurn<T>(tokens: TokenStore, work: () => Promise<T>): Promise<T> {
  return tokens.exclusively ? tokens.exclusively(work) : work()
}

/** The token in the store; undefined when there is none. */
export async function tokenOf(tokens: TokenStore): Promise<string | undefined> {
  return (await tokens.get()) || undefined
}

export async function holds(tokens: TokenStore, token: string | undefined): Promise<boolean> {
  return (await tokenOf(tokens)) === token
}

/** Clears the store, unless it has another token by now. */
export async function forget(tokens: TokenStore, token: string | undefined): Promise<void> {
  if (await holds(tokens, token)) await tokens.clear()
}
