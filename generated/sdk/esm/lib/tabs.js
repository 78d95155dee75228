function createTabs(name, hear) {
  const canTell = typeof BroadcastChannel !== "undefined";
  let listening;
  let users = 0;
  return {
    tell(change) {
      if (!canTell) return;
      const channel = listening != null ? listening : new BroadcastChannel(name);
      channel.postMessage(change);
      if (channel !== listening) channel.close();
    },
    listen() {
      if (users++ === 0 && canTell) {
        listening = new BroadcastChannel(name);
        listening.onmessage = ({ data }) => hear(data);
      }
      return () => {
        if (--users > 0) return;
        listening == null ? void 0 : listening.close();
        listening = void 0;
      };
    }
  };
}
export {
  createTabs
};
//# sourceMappingURL=tabs.js.map
