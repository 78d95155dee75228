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
var or_throw_exports = {};
__export(or_throw_exports, {
  orThrow: () => orThrow
});
module.exports = __toCommonJS(or_throw_exports);
var import_problems = require("./problems.js");
function orThrow(result) {
  if (!result.ok) throw new import_problems.Refused(result);
  return result;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  orThrow
});
//# sourceMappingURL=or-throw.js.map
