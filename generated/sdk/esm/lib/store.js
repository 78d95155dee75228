import { createListeners } from "./listeners.js";
function memoryStore(token) {
  const { watch, announce } = createListeners();
  let last = Promise.resolve();
  return {
    watch,
    get: () => token || void 0,
    set(next, change = "opened") {
      token = next;
      announce(change);
    },
    clear() {
      if (token) announce("ended");
      token = void 0;
    },
    exclusively(work) {
      const mine = last.then(work);
      last = mine.catch(() => {
      });
      return mine;
    }
  };
}
function watched(store) {
  if (store.watch !== void 0) return store;
  const { watch, announce } = createListeners();
  return {
    watch,
    get: () => store.get(),
    async set(token, change = "opened") {
      await store.set(token, change);
      announce(change);
    },
    async clear() {
      const had = await tokenOf(store);
      await store.clear();
      if (had) announce("ended");
    },
    ...store.exclusively && { exclusively: store.exclusively.bind(store) }
  };
}
function inTurn(tokens, work) {
  return tokens.exclusively ? tokens.exclusively(work) : work();
}
async function tokenOf(tokens) {
  return await tokens.get() || void 0;
}
async function holds(tokens, token) {
  return await tokenOf(tokens) === token;
}
async function forget(tokens, token) {
  if (await holds(tokens, token)) await tokens.clear();
}
export {
  forget,
  holds,
  inTurn,
  memoryStore,
  tokenOf,
  watched
};
//# sourceMappingURL=store.js.map
