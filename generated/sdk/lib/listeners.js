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
var listeners_exports = {};
__export(listeners_exports, {
  createListeners: () => createListeners,
  guarded: () => guarded
});
module.exports = __toCommonJS(listeners_exports);
function createListeners() {
  const listeners = /* @__PURE__ */ new Set();
  return {
    watch(listener) {
      const entry = { listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    announce(change) {
      for (const { listener } of listeners) void Promise.resolve(change).then(guarded(listener));
    }
  };
}
function guarded(listener) {
  return (change) => void new Promise((resolve) => resolve(listener(change))).catch(report);
}
function report(error) {
  if (typeof reportError === "function") reportError(error);
  else console.error(error);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createListeners,
  guarded
});
//# sourceMappingURL=listeners.js.map
