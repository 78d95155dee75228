import type { Call } from './operation.js';
/**
 * Runs `work` with the call and a signal that ends it: when the caller's own is aborted, or after its `timeout`. Rejects at
 * that moment with the caller's reason or `TimedOut`. (`AbortSignal.any` and `AbortSignal.timeout` are not everywhere.)
 */
export declare function withDeadline<T>(work: (call: Call) => Promise<T>, given: Call): Promise<T>;
