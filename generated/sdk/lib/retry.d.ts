import type { Reply, Retry } from './operation.js';
/** Sends, and sends again while the answer is 429 or 503 and `retryOn` and its bounds allow. */
export declare function sendWithRetries(send: () => Promise<Reply>, retryOn: (status: number) => Retry | undefined, signal?: AbortSignal): Promise<Reply>;
