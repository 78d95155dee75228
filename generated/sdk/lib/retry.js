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
var retry_exports = {};
__export(retry_exports, {
  sendWithRetries: () => sendWithRetries
});
module.exports = __toCommonJS(retry_exports);
var import_problems = require("./problems.js");
var import_wait = require("./wait.js");
const UNCERTAIN = [408, 502, 503, 504];
async function sendWithRetries(send, repeatable = false, retry, signal) {
  const { times = 2, seconds = 30 } = retry != null ? retry : { times: 0 };
  let waited = 0;
  for (let tried = 0; ; tried++) {
    const outcome = await send();
    const after = outcome instanceof import_problems.NetworkError ? void 0 : retryAfterSeconds(outcome.headers);
    const pause = after != null ? after : 2 ** tried;
    waited += pause;
    if (tried >= times || waited > seconds || (signal == null ? void 0 : signal.aborted) || !passes(outcome, repeatable)) {
      if (outcome instanceof Error) throw outcome;
      return outcome;
    }
    await (0, import_wait.wait)(pause * (after === void 0 ? 0.5 + Math.random() / 2 : 1 + Math.random() / 10), signal);
  }
}
function passes(outcome, repeatable) {
  if (outcome instanceof import_problems.NetworkError) return repeatable;
  return outcome.status === 429 || repeatable && UNCERTAIN.includes(outcome.status);
}
function retryAfterSeconds(headers) {
  const value = headers.get("Retry-After");
  if (value === null) return void 0;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1e3;
  return Number.isNaN(seconds) ? void 0 : Math.max(0, seconds);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  sendWithRetries
});
//# sourceMappingURL=retry.js.map
