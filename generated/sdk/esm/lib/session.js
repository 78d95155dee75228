import { forget, inTurn, tokenOf } from "./store.js";
import { tokenIn } from "./token.js";
function createSession(tokens, renewal, common, send) {
  const drop = (token) => inTurn(tokens, () => forget(tokens, token));
  async function replacement(token) {
    const reply = renewal ? await renewal.renew(token) : await drop(token);
    if (reply && common.includes(reply.status)) return reply;
    const fresh = await tokenOf(tokens);
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
  const token = await tokenOf(tokens);
  if (token === void 0 || renewal === void 0) return token;
  await renewal.renewAhead(token);
  return tokenOf(tokens);
}
async function keep(tokens, { opens, closes }, body, token) {
  if (opens !== void 0) await inTurn(tokens, async () => tokens.set(tokenIn(body, opens), "opened"));
  if (closes) await inTurn(tokens, () => forget(tokens, token));
}
export {
  createSession
};
//# sourceMappingURL=session.js.map
