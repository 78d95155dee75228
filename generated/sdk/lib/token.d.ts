/** The token in a body, without the word that the server may have put before it. */
export declare const tokenIn: (body: unknown, pointer: string) => string;
/** Whether a JWT is valid for less than a minute more; false where that cannot be read. */
export declare function endsSoon(token: string): boolean;
