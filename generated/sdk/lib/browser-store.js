const TOKEN = 'token';
/**
 * Keeps the token in the browser's IndexedDB under this name: all tabs of the site share the session. (What one tab writes
 * to `localStorage` may reach another late, which would then renew a token that has been renewed.) Tabs take turns with
 * the Web Locks API, which a page has when it comes over HTTPS or from localhost.
 */
export function browserStore(name) {
    const database = `quintet:${name}`;
    const locks = globalThis.navigator?.locks;
    return {
        get: () => run(database, 'readonly', (store) => store.get(TOKEN)),
        set: async (token) => void (await run(database, 'readwrite', (store) => store.put(token, TOKEN))),
        clear: () => run(database, 'readwrite', (store) => store.delete(TOKEN)),
        ...(locks && { exclusively: async (work) => locks.request(database, work) })
    };
}
/** Runs one request in a transaction of its own; what it wrote is there for every tab when this resolves. */
async function run(name, mode, work) {
    const database = await open(name);
    try {
        const transaction = database.transaction(TOKEN, mode);
        const request = work(transaction.objectStore(TOKEN));
        return await new Promise((resolve, reject) => {
            transaction.oncomplete = () => resolve(request.result);
            transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
        });
    }
    finally {
        database.close();
    }
}
function open(name) {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.result.createObjectStore(TOKEN);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the database was not opened'));
    });
}
