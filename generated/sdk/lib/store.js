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
/**
 * Keeps the token in the browser's `localStorage` under this key: all tabs of the site share the session. Tabs take turns
 * with the Web Locks API, which a page has when it comes over HTTPS or from localhost.
 */
export function browserStore(key) {
    const locks = globalThis.navigator?.locks;
    return {
        get: () => localStorage.getItem(key) ?? undefined,
        set: (token) => localStorage.setItem(key, token),
        clear: () => localStorage.removeItem(key),
        ...(locks && { exclusively: async (work) => locks.request(key, work) })
    };
}
