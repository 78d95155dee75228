import type { Operation } from './operation.js';
import type { ClientOptions } from './options.js';
/** A method per operation, and its session. They throw `CallError`s, and the reason of an aborted signal. */
export declare function createClient<Client>(operations: Record<string, Operation>, common: readonly number[], options?: ClientOptions): Client;
