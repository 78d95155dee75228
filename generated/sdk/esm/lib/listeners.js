function createListeners() {
  const listeners = /* @__PURE__ */ new Set();
  return {
    watch(listener) {
      const entry = { listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    announce(change) {
      for (const { listener } of listeners) void Promise.resolve(change).then(listener);
    }
  };
}
export {
  createListeners
};
//# sourceMappingURL=listeners.js.map
