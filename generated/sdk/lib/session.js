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
var session_exports = {};
__export(session_exports, {
  createSession: () => createSession
});
module.exports = __toCommonJS(session_exports);
var import_store = require("./store.js");
var import_token = require("./token.js");
function createSession(tokens, renewal, common, send) {
  const drop = (token) => (0, import_store.inTurn)(tokens, () => (0, import_store.forget)(tokens, token));
  async function replacement(token) {
    const reply = renewal ? await renewal.renew(token) : await drop(token);
    if (reply && common.includes(reply.status)) return reply;
    const fresh = await (0, import_store.tokenOf)(tokens);
    return fresh === token ? void 0 : fresh;
  }
  return async (operation, call) => {
    if (operation.renews !== void 0 && renewal !== void 0) return renewal.byHand(call);
    let token = operation.secured ? await presentToken(tokens, renewal) : void 0;
    let reply = await send(operation, call, token);
    if (reply.status === 401 && token !== void 0) {
      const fresh = await replacement(token);
      if (typeof fresh === "object") return fresh;
      if (fresh !== void 0) {
        reply = await send(operation, call, token = fresh);
        if (reply.status === 401) await drop(token);
      }
    }
    if (reply.ok) await keep(tokens, operation, reply.body, token);
    return reply;
  };
}
async function presentToken(tokens, renewal) {
  const token = await (0, import_store.tokenOf)(tokens);
  if (token === void 0 || renewal === void 0) return token;
  await renewal.renewAhead(token);
  return (0, import_store.tokenOf)(tokens);
}
async function keep(tokens, { opens, closes }, body, token) {
  if (opens !== void 0) await (0, import_store.inTurn)(tokens, async () => tokens.set((0, import_token.tokenIn)(body, opens), "opened"));
  if (closes) await (0, import_store.inTurn)(tokens, () => (0, import_store.forget)(tokens, token));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createSession
});
//# sourceMappingURL=session.js.map
