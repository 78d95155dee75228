import type { Call, Operation, Reply } from './operation.js';
import type { Send } from './send.js';
import { type TokenStore } from './store.js';
/** Renews the token of a session. */
export interface Renewal {
    /** Exchanges the present token for a caller of the operation. */
    byHand(call: Call): Promise<Reply>;
    /** Exchanges `token` once for all that want it; the reply, or undefined where another has replaced it already. */
    renew(token: string): Promise<Reply | undefined>;
    /** Renews `token` when it ends soon, and leaves it as it is where that is not possible now. */
    renewAhead(token: string): Promise<void>;
}
/** For an API that has an operation which renews. `common` are the statuses that say nothing about the token. */
export declare function createRenewal(operations: Operation[], tokens: TokenStore, send: Send, common: readonly number[], timeout: number | undefined): Renewal | undefined;
