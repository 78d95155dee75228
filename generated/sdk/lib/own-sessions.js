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
var own_sessions_exports = {};
__export(own_sessions_exports, {
  ownSessions: () => ownSessions
});
module.exports = __toCommonJS(own_sessions_exports);
function ownSessions(methods, operations) {
  var _a, _b, _c;
  const [, parameter = ""] = (_c = /\{(\w+)\}/.exec((_b = (_a = operations.endOwnSession) == null ? void 0 : _a.path) != null ? _b : "")) != null ? _c : [];
  return {
    list: (options) => methods.listOwnSessions(options),
    end: (id, options) => methods.endOwnSession({ ...options, path: { [parameter]: id } }),
    endOthers: (options) => methods.endOtherSessions(options)
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  ownSessions
});
//# sourceMappingURL=own-sessions.js.map
