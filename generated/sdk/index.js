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
var __reExport = (target, mod, secondTarget) => (__copyProps(target, mod, "default"), secondTarget && __copyProps(secondTarget, mod, "default"));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var index_exports = {};
__export(index_exports, {
  CallError: () => import_problems.CallError,
  NetworkError: () => import_problems.NetworkError,
  Refused: () => import_problems.Refused,
  TimedOut: () => import_problems.TimedOut,
  UnexpectedAnswer: () => import_problems.UnexpectedAnswer,
  browserStore: () => import_browser_store.browserStore,
  memoryStore: () => import_store.memoryStore,
  orThrow: () => import_or_throw.orThrow
});
module.exports = __toCommonJS(index_exports);
__reExport(index_exports, require("./tms.js"), module.exports);
__reExport(index_exports, require("./julong.js"), module.exports);
__reExport(index_exports, require("./waste-sorting.js"), module.exports);
__reExport(index_exports, require("./user-login.js"), module.exports);
__reExport(index_exports, require("./back-office.js"), module.exports);
var import_problems = require("./lib/problems.js");
var import_or_throw = require("./lib/or-throw.js");
var import_browser_store = require("./lib/browser-store.js");
var import_store = require("./lib/store.js");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  CallError,
  NetworkError,
  Refused,
  TimedOut,
  UnexpectedAnswer,
  browserStore,
  memoryStore,
  orThrow,
  ...require("./tms.js"),
  ...require("./julong.js"),
  ...require("./waste-sorting.js"),
  ...require("./user-login.js"),
  ...require("./back-office.js")
});
//# sourceMappingURL=index.js.map
