import createFetch from 'openapi-fetch';
import { paging } from './pages.js';
import { UnexpectedAnswer } from './problems.js';
import { sendWithRetries } from './retry.js';
import { createSession } from './session.js';
import { memoryStore } from './store.js';
const FORM = 'application/x-www-form-urlencoded';
/** A method per operation. They throw what `fetch` throws, the reason of an aborted signal, and `UnexpectedAnswer`. */
export function createClient(operations, common, { baseUrl, tokens = memoryStore(), retry, fetch = (request) => globalThis.fetch(request) } = {}) {
    const http = createFetch(baseUrl === undefined ? {} : { baseUrl }).request;
    const sendOnce = async (operation, input, token) => {
        const { data, error, response } = await http(operation.method, operation.path, {
            params: { path: input.path, query: input.query },
            body: input.body,
            signal: input.signal,
            headers: {
                ...(operation.form && { 'Content-Type': FORM }),
                ...(token !== undefined && { Authorization: `Bearer ${token}` })
            },
            fetch: async (request) => known(await fetch(request), [...operation.statuses, ...common])
        });
        return { status: response.status, body: response.ok ? data : error, headers: response.headers };
    };
    const send = (operation, input, token) => sendWithRetries(() => sendOnce(operation, input, token), (status) => input.retry ?? (status === 503 && operation.method === 'POST' ? undefined : retry), input.signal);
    const renewal = Object.values(operations).find(({ renews }) => renews !== undefined);
    const call = createSession(tokens, renewal, common, send);
    const methods = Object.entries(operations).map(([name, operation]) => {
        const method = (input) => call(operation, input);
        const { pages } = operation;
        return [name, pages ? Object.assign(method, paging(pages, method)) : method];
    });
    return Object.fromEntries(methods);
}
/** The response, when the contract lists its status and it holds JSON, as all bodies of the contracts do. */
function known(response, statuses) {
    const isJson = /^application\/json\b/i.test(response.headers.get('Content-Type') ?? '');
    if (!isJson || !statuses.includes(response.status))
        throw new UnexpectedAnswer(response);
    return response;
}
