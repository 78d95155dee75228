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
export {
  createListeners,
  guarded
};
//# sourceMappingURL=listeners.js.map
