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
var tabs_exports = {};
__export(tabs_exports, {
  createTabs: () => createTabs
});
module.exports = __toCommonJS(tabs_exports);
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createTabs
});
//# sourceMappingURL=tabs.js.map
