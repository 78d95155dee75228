import type { Call, Operation, Reply } from './operation.js';
import type { ClientOptions } from './options.js';
export type Send = (operation: Operation, call: Call, token: string | undefined) => Promise<Reply>;
/** Sends requests as the options say, each until it has an answer of the contract or its retries end. */
export declare function createSend(options: ClientOptions, common: readonly number[]): Send;
