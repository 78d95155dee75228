import type { TokenStore } from './store.js';
/** What may be set for a client and for each call. */
export interface Options {
    /** Milliseconds until a call throws `TimedOut`, with its retries and waits; default 60,000. 0: no limit. */
    timeout?: number | undefined;
    /** Whether to send again; default: not. */
    retry?: Retry | undefined;
    /** Sent with every request; those of a call replace those of the client. */
    headers?: Record<string, string> | undefined;
    /** Called with every request before it is sent; may change its headers, or return another in its place. */
    onRequest?: ((request: Request) => Request | void | Promise<Request | void>) | undefined;
    /** Called with every response. Reads the body from a `clone()`. */
    onResponse?: ((response: Response, request: Request) => void | Promise<void>) | undefined;
}
export interface ClientOptions extends Options {
    /** Where the server is, such as `https://api.example.com`; on a web page default the origin of the page. */
    baseUrl?: string | undefined;
    /** Where the token is kept; default in memory. */
    tokens?: TokenStore | undefined;
    /** Instead of the platform's own `fetch`. */
    fetch?: ((request: Request) => Promise<Response>) | undefined;
}
/** What every call takes beside the operation's own input. What is missing is as in the client; hooks of both are called. */
export interface CallOptions extends Options {
    /** Ends the call, with its waits and retries; the call then throws the signal's reason. */
    signal?: AbortSignal | undefined;
}
/** How often and how long to try again. */
export interface Retry {
    /** How many times more; default 2. */
    times?: number | undefined;
    /** Seconds to spend waiting, in all; default 30. An answer that demands a longer wait is returned at once. */
    seconds?: number | undefined;
}
