import type { Operation, Retry } from './operation.js';
import { type TokenStore } from './store.js';
export interface ClientOptions {
    /** Where the server is, such as `https://api.example.com`; in a browser default the origin of the page. */
    baseUrl?: string;
    /** Where the token is kept; default in memory. */
    tokens?: TokenStore;
    /** Retries after 429 and 503, as `Retry-After` says; a POST after 503 only when the call asks for it. */
    retry?: Retry;
    /** Instead of the platform's own `fetch`. */
    fetch?: (request: Request) => Promise<Response>;
}
/** A method per operation. They throw what `fetch` throws, the reason of an aborted signal, and `UnexpectedAnswer`. */
export declare function createClient<Client>(operations: Record<string, Operation>, common: readonly number[], { baseUrl, tokens, retry, fetch }?: ClientOptions): Client;
