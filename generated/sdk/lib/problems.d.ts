/** Why a call has no answer, or not the one that was needed. */
export declare class CallError extends Error {
    readonly name: string;
    /** The `X-Request-Id` of the request, with which the log of the server names it. */
    readonly requestId: string;
    constructor(message: string, requestId?: string);
}
/** No answer came, or only a part of one: the server cannot be reached, or the connection broke. */
export declare class NetworkError extends CallError {
    readonly name = "NetworkError";
    /** What `fetch` threw. */
    readonly cause: unknown;
    constructor(cause: unknown, requestId: string | undefined);
}
/** The call took longer than its `timeout`. */
export declare class TimedOut extends CallError {
    readonly name = "TimedOut";
    constructor(timeout: number, requestId: string | undefined);
}
/** An answer that the contract does not list, as a proxy before the server may send one. */
export declare class UnexpectedAnswer extends CallError {
    readonly name = "UnexpectedAnswer";
    readonly status: number;
    readonly headers: Headers;
    /** The body. */
    readonly text: string;
    constructor({ status, headers, url }: Response, text: string, requestId: string);
}
/** An answer of the contract that is no success, where `orThrow` or an iteration over items needed one. */
export declare class Refused extends CallError {
    readonly name = "Refused";
    readonly status: number;
    readonly body: unknown;
    constructor({ status, body, requestId }: {
        status: number;
        body: unknown;
        requestId: string;
    });
}
