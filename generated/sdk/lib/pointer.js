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
var pointer_exports = {};
__export(pointer_exports, {
  at: () => at
});
module.exports = __toCommonJS(pointer_exports);
function at(body, pointer) {
  return pointer.split("/").slice(1).reduce((value, key) => value == null ? void 0 : value[key], body);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  at
});
//# sourceMappingURL=pointer.js.map
