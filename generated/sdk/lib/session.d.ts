import type { Call, Operation, Reply } from './operation.js';
import type { TokenStore } from './store.js';
type Send = (operation: Operation, input: Call, token: string | undefined) => Promise<Reply>;
/**
 * Calls operations with the token in the store, and keeps the store in step with the answers: what opens a session fills
 * it, what closes one clears it. Where the API has a `renewal`, a call that is answered with 401 renews the token, once for
 * all calls that wait for it, and is sent once more. `common` are the statuses that say nothing about the token.
 */
export declare function createSession(tokens: TokenStore, renewal: Operation | undefined, common: readonly number[], send: Send): (operation: Operation, input?: Call) => Promise<Reply>;
export {};
