/** The header in which client and server name a request. */
export declare const REQUEST_ID = "X-Request-Id";
/** 22 digits and letters; `crypto.randomUUID` is missing on pages that come over HTTP. */
export declare function newRequestId(): string;
