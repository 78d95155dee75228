var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var store_exports = {};
__export(store_exports, {
  forget: () => forget,
  holds: () => holds,
  inTurn: () => inTurn,
  memoryStore: () => memoryStore,
  tokenOf: () => tokenOf,
  watched: () => watched
});
module.exports = __toCommonJS(store_exports);
var import_listeners = require("./listeners.js");
function memoryStore(token) {
  const { watch, announce } = (0, import_listeners.createListeners)();
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
  const { watch, announce } = (0, import_listeners.createListeners)();
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  forget,
  holds,
  inTurn,
  memoryStore,
  tokenOf,
  watched
});
//# sourceMappingURL=store.js.map
