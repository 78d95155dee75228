import { NetworkError } from "./problems.js";
import { wait } from "./wait.js";
const UNCERTAIN = [408, 502, 503, 504];
async function sendWithRetries(send, repeatable = false, retry, signal) {
  const { times = 2, seconds = 30 } = retry != null ? retry : { times: 0 };
  let waited = 0;
  for (let tried = 0; ; tried++) {
    const outcome = await send();
    const after = outcome instanceof NetworkError ? void 0 : retryAfterSeconds(outcome.headers);
    const pause = after != null ? after : 2 ** tried;
    waited += pause;
    if (tried >= times || waited > seconds || (signal == null ? void 0 : signal.aborted) || !passes(outcome, repeatable)) {
      if (outcome instanceof Error) throw outcome;
      return outcome;
    }
    await wait(pause * (after === void 0 ? 0.5 + Math.random() / 2 : 1 + Math.random() / 10), signal);
  }
}
function passes(outcome, repeatable) {
  if (outcome instanceof NetworkError) return repeatable;
  return outcome.status === 429 || repeatable && UNCERTAIN.includes(outcome.status);
}
function retryAfterSeconds(headers) {
  const value = headers.get("Retry-After");
  if (value === null) return void 0;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1e3;
  return Number.isNaN(seconds) ? void 0 : Math.max(0, seconds);
}
export {
  sendWithRetries
};
//# sourceMappingURL=retry.js.map
