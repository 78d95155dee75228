import type { Reply } from './operation.js';
/** The result, when it is a success; else throws `Refused`, with its status and body. */
export declare function orThrow<Result extends Readonly<Reply>>(result: Result): Extract<Result, {
    ok: true;
}>;
