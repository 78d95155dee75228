import { at } from "./pointer.js";
import { Refused } from "./problems.js";
const DEFAULT_SIZE = 100;
function paging({ number, size, items }, call) {
  const itemsOf = ({ ok, body }) => ok ? at(body, items) : [];
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
        if (!reply.ok) throw new Refused(reply);
        yield* itemsOf(reply);
      }
    }
  };
}
export {
  paging
};
//# sourceMappingURL=pages.js.map
