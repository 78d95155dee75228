import type { Operation, Retry } from './operation.js';
import { type TokenStore } from './store.js';
export interface ClientOptions {
    /** Where the server is, such as `https://api.example.com`; in a browser default the origin of the page. */
    baseUrl?: string;
    /** Where the token is kept; default in memory. */
    tokens?: TokenStore;
    /**
     * Tries again after 429 and 503, as `Retry-After` asks. A POST that was answered with 503 may have been done all the same,
     * and is sent again only when the call itself says so.
     */
    retry?: Retry;
    /** Instead of the platform's own `fetch`. */
    fetch?: (request: Request) => Promise<Response>;
}
/**
 * A client with a method per operation, which `Client` types. `common` are the statuses that any operation may be
 * answered with. Its methods throw what `fetch` throws, the reason of an aborted signal, and `UnexpectedAnswer`.
 */
export declare function createClient<Client>(operations: Record<string, Operation>, common: readonly number[], { baseUrl, tokens, retry, fetch }?: ClientOptions): Client;
