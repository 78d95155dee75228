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
var token_exports = {};
__export(token_exports, {
  endsSoon: () => endsSoon,
  tokenIn: () => tokenIn
});
module.exports = __toCommonJS(token_exports);
var import_pointer = require("./pointer.js");
const MARGIN_SECONDS = 60;
const tokenIn = (body, pointer) => String((0, import_pointer.at)(body, pointer)).replace(/^bearer /i, "");
function endsSoon(token) {
  try {
    const [, payload = ""] = token.split(".");
    const { exp } = JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/")));
    const left = exp - Date.now() / 1e3;
    return left > 0 && left < MARGIN_SECONDS;
  } catch (e) {
    return false;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  endsSoon,
  tokenIn
});
//# sourceMappingURL=token.js.map
