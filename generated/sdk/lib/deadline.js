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
var deadline_exports = {};
__export(deadline_exports, {
  withDeadline: () => withDeadline
});
module.exports = __toCommonJS(deadline_exports);
var import_problems = require("./problems.js");
var import_request_id = require("./request-id.js");
var import_wait = require("./wait.js");
const DEFAULT_TIMEOUT = 6e4;
const LONGEST_TIMER = 2 ** 31 - 1;
async function withDeadline(work, given) {
  const { signal: outer, timeout = DEFAULT_TIMEOUT } = given;
  if (outer == null ? void 0 : outer.aborted) throw (0, import_wait.reasonOf)(outer);
  const controller = new AbortController();
  const call = { ...given, signal: controller.signal, requestId: (0, import_request_id.newRequestId)() };
  let stop = () => {
  };
  const ended = new Promise((_, reject) => {
    const end = (reason) => {
      reject(reason);
      controller.abort();
    };
    const abort = () => end(outer && (0, import_wait.reasonOf)(outer));
    const limited = timeout > 0 && timeout <= LONGEST_TIMER;
    const timer = limited ? setTimeout(() => end(new import_problems.TimedOut(timeout, call.requestId)), timeout) : void 0;
    outer == null ? void 0 : outer.addEventListener("abort", abort);
    stop = () => {
      clearTimeout(timer);
      outer == null ? void 0 : outer.removeEventListener("abort", abort);
    };
  });
  return Promise.race([work(call), ended]).finally(stop);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  withDeadline
});
//# sourceMappingURL=deadline.js.map
