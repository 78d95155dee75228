/** What the client has to know of an operation to call it: its row in the table that is made from the contract. */
export interface Operation {
    method: string;
    /** With the names of its parameters in braces. */
    path: string;
    /** The statuses that the contract lists for it. */
    statuses: readonly number[];
    /** The body is sent as a form. */
    form?: boolean | undefined;
    /** Takes the token. */
    secured?: boolean | undefined;
    /** JSON pointer to the token in the body of its success, which begins a session. */
    opens?: string | undefined;
    /** As `opens`, for an operation that exchanges the token it is sent for a new one. */
    renews?: string | undefined;
    /** Ends the session. */
    closes?: boolean | undefined;
    pages?: Pages | undefined;
}
/** How a list is cut into pages. */
export interface Pages {
    /** The query parameter that holds the number of the page, from 1. */
    number: string;
    /** The query parameter that holds how many items a page has. */
    size: string;
    /** JSON pointer to the items in the body. */
    items: string;
}
/** What the caller gives, untyped. */
export interface Call {
    path?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
    signal?: AbortSignal;
    retry?: Retry;
}
/** What the server answered, untyped. */
export interface Reply {
    status: number;
    body: unknown;
    headers: Headers;
}
/** How often and how long to try again after 429 and 503. */
export interface Retry {
    /** How many times more; default 2. */
    times?: number;
    /** Seconds to spend waiting, in all; default 30. An answer that asks for a longer wait is returned at once. */
    seconds?: number;
}
