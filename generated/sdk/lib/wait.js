/** Resolves as `promise` does; rejects with the signal's reason as soon as it is aborted. */
export async function unlessAborted(promise, signal) {
    if (signal === undefined)
        return promise;
    signal.throwIfAborted();
    let abort = () => { };
    const aborted = new Promise((_, reject) => {
        abort = () => reject(signal.reason);
        signal.addEventListener('abort', abort);
    });
    return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', abort));
}
export function wait(seconds, signal) {
    let timer;
    const passed = new Promise((resolve) => (timer = setTimeout(resolve, seconds * 1000)));
    return unlessAborted(passed, signal).finally(() => clearTimeout(timer));
}
