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
var renewal_exports = {};
__export(renewal_exports, {
  createRenewal: () => createRenewal
});
module.exports = __toCommonJS(renewal_exports);
var import_deadline = require("./deadline.js");
var import_store = require("./store.js");
var import_token = require("./token.js");
var import_wait = require("./wait.js");
const LOOKS = 10;
function createRenewal(operations, tokens, send, common, timeout) {
  for (const operation of operations) {
    const { renews } = operation;
    if (renews === void 0) continue;
    const exchange = async (call, token) => {
      const reply = await send(operation, call, token);
      if (reply.ok) {
        if (await (0, import_store.holds)(tokens, token)) await tokens.set((0, import_token.tokenIn)(reply.body, renews), "renewed");
      } else if (!common.includes(reply.status)) {
        if (!tokens.exclusively) await untilReplaced(tokens, token);
        await (0, import_store.forget)(tokens, token);
      }
      return reply;
    };
    return renewalBy(exchange, tokens, timeout);
  }
  return void 0;
}
function renewalBy(exchange, tokens, timeout) {
  let renewing;
  function renew(token) {
    renewing != null ? renewing : renewing = (0, import_store.inTurn)(
      tokens,
      async () => await (0, import_store.holds)(tokens, token) ? (0, import_deadline.withDeadline)((call) => exchange(call, token), { timeout }) : void 0
    ).finally(() => renewing = void 0);
    return renewing;
  }
  return {
    byHand: (call) => (0, import_store.inTurn)(tokens, async () => exchange(call, await (0, import_store.tokenOf)(tokens))),
    renew,
    async renewAhead(token) {
      if ((0, import_token.endsSoon)(token)) await renew(token).catch(() => {
      });
    }
  };
}
async function untilReplaced(tokens, token) {
  for (let look = 0; look < LOOKS && await (0, import_store.holds)(tokens, token); look++) await (0, import_wait.wait)(1 / LOOKS);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createRenewal
});
//# sourceMappingURL=renewal.js.map
