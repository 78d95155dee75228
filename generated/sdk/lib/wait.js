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
var wait_exports = {};
__export(wait_exports, {
  reasonOf: () => reasonOf,
  wait: () => wait
});
module.exports = __toCommonJS(wait_exports);
const reasonOf = ({ reason }) => reason != null ? reason : Object.assign(new Error("The call was aborted"), { name: "AbortError" });
function wait(seconds, signal) {
  return new Promise((resolve, reject) => {
    if (signal == null ? void 0 : signal.aborted) return reject(reasonOf(signal));
    const abort = () => {
      clearTimeout(timer);
      if (signal) reject(reasonOf(signal));
    };
    const timer = setTimeout(() => {
      signal == null ? void 0 : signal.removeEventListener("abort", abort);
      resolve();
    }, seconds * 1e3);
    signal == null ? void 0 : signal.addEventListener("abort", abort);
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  reasonOf,
  wait
});
//# sourceMappingURL=wait.js.map
