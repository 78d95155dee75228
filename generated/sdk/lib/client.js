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
var client_exports = {};
__export(client_exports, {
  createClient: () => createClient
});
module.exports = __toCommonJS(client_exports);
var import_deadline = require("./deadline.js");
var import_listeners = require("./listeners.js");
var import_own_sessions = require("./own-sessions.js");
var import_pages = require("./pages.js");
var import_renewal = require("./renewal.js");
var import_send = require("./send.js");
var import_session = require("./session.js");
var import_store = require("./store.js");
function createClient(operations, common, options = {}) {
  var _a;
  const tokens = (0, import_store.watched)((_a = options.tokens) != null ? _a : (0, import_store.memoryStore)());
  const send = (0, import_send.createSend)(options, common);
  const renewal = (0, import_renewal.createRenewal)(Object.values(operations), tokens, send, common, options.timeout);
  const call = (0, import_session.createSession)(tokens, renewal, common, send);
  const onSession = (listener) => tokens.watch((0, import_listeners.guarded)(listener));
  const methods = {};
  for (const [name, operation] of Object.entries(operations)) {
    const method = (input = {}) => {
      var _a2;
      return (0, import_deadline.withDeadline)((bounded) => call(operation, bounded), { ...input, timeout: (_a2 = input.timeout) != null ? _a2 : options.timeout });
    };
    methods[name] = operation.pages ? Object.assign(method, (0, import_pages.paging)(operation.pages, method)) : method;
  }
  return { tokens, onSession, sessions: (0, import_own_sessions.ownSessions)(methods, operations), ...methods };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createClient
});
//# sourceMappingURL=client.js.map
