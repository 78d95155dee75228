import { withDeadline } from "./deadline.js";
import { forget, holds, inTurn, tokenOf } from "./store.js";
import { endsSoon, tokenIn } from "./token.js";
import { wait } from "./wait.js";
const LOOKS = 10;
function createRenewal(operations, tokens, send, common, timeout) {
  for (const operation of operations) {
    const { renews } = operation;
    if (renews === void 0) continue;
    const exchange = async (call, token) => {
      const reply = await send(operation, call, token);
      if (reply.ok) {
        if (await holds(tokens, token)) await tokens.set(tokenIn(reply.body, renews), "renewed");
      } else if (!common.includes(reply.status)) {
        if (!tokens.exclusively) await untilReplaced(tokens, token);
        await forget(tokens, token);
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
    renewing != null ? renewing : renewing = inTurn(
      tokens,
      async () => await holds(tokens, token) ? withDeadline((call) => exchange(call, token), { timeout }) : void 0
    ).finally(() => renewing = void 0);
    return renewing;
  }
  return {
    byHand: (call) => inTurn(tokens, async () => exchange(call, await tokenOf(tokens))),
    renew,
    async renewAhead(token) {
      if (endsSoon(token)) await renew(token).catch(() => {
      });
    }
  };
}
async function untilReplaced(tokens, token) {
  for (let look = 0; look < LOOKS && await holds(tokens, token); look++) await wait(1 / LOOKS);
}
export {
  createRenewal
};
//# sourceMappingURL=renewal.js.map
