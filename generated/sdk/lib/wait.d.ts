/** Resolves as `promise` does; rejects with the signal's reason as soon as it is aborted. */
export declare function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T>;
export declare function wait(seconds: number, signal?: AbortSignal): Promise<void>;
