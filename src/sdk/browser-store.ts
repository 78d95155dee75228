import { createListeners, type SessionChange } from './listeners.js'
import type { WatchedStore } from './store.js'
import { createTabs } from './tabs.js'

const TOKEN = 'token'

/**
 * Keeps the token in the browser's IndexedDB under this name: all tabs of the site share the session. (What one tab writes
 * to `localStorage` may reach another late, which would then renew a token that has been renewed.) Tabs take turns with
 * the Web Locks API, which a page has when it comes over HTTPS or from localhost.
 */
export function browserStore(name: string): WatchedStore {
  if (typeof indexedDB === 'undefined') {
    throw new Error(
      'browserStore needs the IndexedDB of a browser. Use memoryStore() here, a new one for each visitor.'
    )
  }
  const database = `quintet:${name}`
  const locks: LockManager | undefined = navigator.locks
  const { watch, announce } = createListeners()
  const tabs = createTabs(database, announce)
  const change = async (what: SessionChange, work: (store: IDBObjectStore) => IDBRequest): Promise<void> => {
    await run(database, 'readwrite', work)
    announce(what)
    tabs.tell(what)
  }
  const get = (): Promise<string | undefined> =>
    run(database, 'readonly', (store) => store.get(TOKEN) as IDBRequest<string | undefined>)
  return {
    get,
    set: (token, what = 'opened') => change(what, (store) => store.put(token, TOKEN)),
    async clear() {
      if ((await get()) !== undefined) await change('ended', (store) => store.delete(TOKEN))
    },
    watch(listener) {
      const [stop, leave] = [watch(listener), tabs.listen()]
      return () => {
        stop()
        leave()
      }
    },
    ...(locks && { exclusively: async <T>(work: () => Promise<T>): Promise<T> => locks.request(database, work) })
  }
}

/** Runs one request in a transaction of its own; what it wrote is there for every tab when this resolves. */
async function run<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>
): Promise<T> {
  const database = await open(name)
  try {
    const transaction = database.transaction(TOKEN, mode)
    const request = work(transaction.objectStore(TOKEN))
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'))
    })
  } finally {
    database.close()
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.result.createObjectStore(TOKEN)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database was not opened'))
  })
}
