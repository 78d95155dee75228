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
var pages_exports = {};
__export(pages_exports, {
  paging: () => paging
});
module.exports = __toCommonJS(pages_exports);
var import_pointer = require("./pointer.js");
var import_problems = require("./problems.js");
const DEFAULT_SIZE = 100;
function paging({ number, size, items }, call) {
  const itemsOf = ({ ok, body }) => ok ? (0, import_pointer.at)(body, items) : [];
  async function* pages(input = {}) {
    var _a;
    const query = { ...input.query };
    (_a = query[size]) != null ? _a : query[size] = DEFAULT_SIZE;
    for (let page = 1; ; page++) {
      const reply = await call({ ...input, query: { ...query, [number]: page } });
      yield reply;
      const count = itemsOf(reply).length;
      if (count === 0 || count < Number(query[size])) return;
    }
  }
  return {
    pages,
    async *items(input) {
      for await (const reply of pages(input)) {
        if (!reply.ok) throw new import_problems.Refused(reply);
        yield* itemsOf(reply);
      }
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  paging
});
//# sourceMappingURL=pages.js.map
