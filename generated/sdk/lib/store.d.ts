type Awaitable<T> = T | Promise<T>;
/** Keeps the token of one session. What several clients or tabs share is one session. */
export interface TokenStore {
    /** The token; undefined when nobody is logged in. */
    get(): Awaitable<string | undefined>;
    set(token: string): Awaitable<void>;
    clear(): Awaitable<void>;
    /** Runs `work` while no other user of this store runs theirs, so that one of them renews the token. */
    exclusively?<T>(work: () => Promise<T>): Promise<T>;
}
/** A store in memory, which need not be waited for. */
export interface MemoryStore extends TokenStore {
    get(): string | undefined;
    set(token: string): void;
    clear(): void;
}
/** Keeps the token as long as the program runs. */
export declare function memoryStore(token?: string): MemoryStore;
export {};
