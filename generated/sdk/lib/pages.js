import { at } from './pointer.js';
import { Refused } from './problems.js';
const DEFAULT_SIZE = 100;
/** Iterators over a list that the contract cuts into pages, which `call` fetches one by one. */
export function paging({ number, size, items }, call) {
    const itemsOf = ({ status, body }) => status === 200 ? at(body, items) : undefined;
    async function* pages(input = {}) {
        const query = { ...input.query };
        query[size] ??= DEFAULT_SIZE;
        for (let page = 1;; page++) {
            const reply = await call({ ...input, query: { ...query, [number]: page } });
            yield reply;
            const count = itemsOf(reply)?.length ?? 0;
            if (count === 0 || count < Number(query[size]))
                return;
        }
    }
    return {
        pages,
        async *items(input) {
            for await (const reply of pages(input)) {
                const found = itemsOf(reply);
                if (found === undefined)
                    throw new Refused(reply);
                yield* found;
            }
        }
    };
}
