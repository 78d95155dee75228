/** Why a signal was aborted; older platforms do not keep it. */
export declare const reasonOf: ({ reason }: AbortSignal) => Error;
/** Resolves after these seconds; rejects with the signal's reason as soon as it is aborted. */
export declare function wait(seconds: number, signal?: AbortSignal): Promise<void>;
