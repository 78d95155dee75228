import { type SessionChange, type SessionListener } from './listeners.js';
type Awaitable<T> = T | Promise<T>;
type Beginning = Exclude<SessionChange, 'ended'>;
/** Keeps the token of one session. What several clients or tabs share is one session. */
export interface TokenStore {
    /** The token; undefined, null or '' when nobody is logged in. */
    get(): Awaitable<string | null | undefined>;
    /** Keeps this token; `change` is what listeners get, default `opened`. */
    set(token: string, change?: Beginning): Awaitable<void>;
    clear(): Awaitable<void>;
    /** Runs `work` while no other user of this store runs theirs, so that one of them renews the token. */
    exclusively?<T>(work: () => Promise<T>): Promise<T>;
    /** Calls the listener after each change, whoever made it, until the returned function is called. */
    watch?: (listener: SessionListener) => () => void;
}
/** A store in memory, which need not be waited for. */
export interface MemoryStore extends TokenStore {
    get(): string | undefined;
    set(token: string, change?: Beginning): void;
    clear(): void;
}
/** A store that listeners can watch. */
export type WatchedStore = TokenStore & Required<Pick<TokenStore, 'watch'>>;
/** Keeps the token as long as the program runs. */
export declare function memoryStore(token?: string | null): MemoryStore & WatchedStore;
/** The store itself, or one around it that tells the listeners what is changed through it. */
export declare function watched(store: TokenStore): WatchedStore;
export declare function inTurn<T>(tokens: TokenStore, work: () => Promise<T>): Promise<T>;
/** The token in the store; undefined when there is none. */
export declare function tokenOf(tokens: TokenStore): Promise<string | undefined>;
export declare function holds(tokens: TokenStore, token: string | undefined): Promise<boolean>;
/** Clears the store, unless it has another token by now. */
export declare function forget(tokens: TokenStore, token: string | undefined): Promise<void>;
export {};
