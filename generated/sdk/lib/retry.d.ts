import type { Reply } from './operation.js';
import type { Retry } from './options.js';
import { NetworkError, type UnexpectedAnswer } from './problems.js';
export type Outcome = Reply | UnexpectedAnswer | NetworkError;
/**
 * Sends, and sends again while the outcome is one that passes and the bounds of `retry` allow. After 429 nothing was carried
 * out; all else is repeated only where that does no harm.
 */
export declare function sendWithRetries(send: () => Promise<Outcome>, repeatable: boolean | undefined, retry: Retry | undefined, signal?: AbortSignal): Promise<Reply>;
