/** What a JSON pointer names in a body; undefined where nothing is there. */
export declare function at(body: unknown, pointer: string): unknown;
