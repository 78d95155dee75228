import type { Call, Pages, Reply } from './operation.js';
import type { Paging } from './types.js';
/** Iterators over a list that the contract cuts into pages, which `call` fetches one by one. */
export declare function paging({ number, size, items }: Pages, call: (input: Call) => Promise<Reply>): Paging<Call, Reply, unknown>;
