import type { SessionListener } from './listeners.js';
import type { Call, Operation, Reply } from './operation.js';
import type { OwnSessions } from './own-sessions.js';
import type { Renewal } from './renewal.js';
import type { Send } from './send.js';
import { type TokenStore } from './store.js';
/** The session of a client. `List`, `End` and `EndOthers` are the answers about sessions of the account. */
export interface Session<List = unknown, End = unknown, EndOthers = unknown> {
    /** Where the token is kept. */
    readonly tokens: TokenStore;
    /** Calls the listener when a session is opened, renewed or ended, by any client or tab, until the returned function is called. */
    onSession(listener: SessionListener): () => void;
    /** Where the caller's account is logged in. */
    readonly sessions: OwnSessions<List, End, EndOthers>;
}
/**
 * Calls operations with the token in the store, and keeps the store in step with the answers: what opens a session fills
 * it; what closes one, and a 401 that no renewal helps, clears it. `common` are the statuses that say nothing about the token.
 */
export declare function createSession(tokens: TokenStore, renewal: Renewal | undefined, common: readonly number[], send: Send): (operation: Operation, call: Call) => Promise<Reply>;
