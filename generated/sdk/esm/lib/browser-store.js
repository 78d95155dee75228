import { createListeners } from "./listeners.js";
import { createTabs } from "./tabs.js";
const TOKEN = "token";
function browserStore(name) {
  if (typeof indexedDB === "undefined") {
    throw new Error(
      "browserStore needs the IndexedDB of a browser. Use memoryStore() here, a new one for each visitor."
    );
  }
  const database = `quintet:${name}`;
  const locks = navigator.locks;
  const { watch, announce } = createListeners();
  const tabs = createTabs(database, announce);
  const change = async (what, work) => {
    await run(database, "readwrite", work);
    announce(what);
    tabs.tell(what);
  };
  const get = () => run(database, "readonly", (store) => store.get(TOKEN));
  return {
    get,
    set: (token, what = "opened") => change(what, (store) => store.put(token, TOKEN)),
    async clear() {
      if (await get() !== void 0) await change("ended", (store) => store.delete(TOKEN));
    },
    watch(listener) {
      const [stop, leave] = [watch(listener), tabs.listen()];
      return () => {
        stop();
        leave();
      };
    },
    ...locks && { exclusively: async (work) => locks.request(database, work) }
  };
}
async function run(name, mode, work) {
  const database = await open(name);
  try {
    const transaction = database.transaction(TOKEN, mode);
    const request = work(transaction.objectStore(TOKEN));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => {
        var _a;
        return reject((_a = transaction.error) != null ? _a : new Error("the transaction was aborted"));
      };
    });
  } finally {
    database.close();
  }
}
function open(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(TOKEN);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => {
      var _a;
      return reject((_a = request.error) != null ? _a : new Error("the database was not opened"));
    };
  });
}
export {
  browserStore
};
//# sourceMappingURL=browser-store.js.map
