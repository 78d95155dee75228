/** Keeps the token as long as the program runs. */
export function memoryStore(token) {
    let last = Promise.resolve();
    return {
        get: () => token,
        set(next) {
            token = next;
        },
        clear() {
            token = undefined;
        },
        exclusively(work) {
            const mine = last.then(work);
            last = mine.catch(() => { });
            return mine;
        }
    };
}
