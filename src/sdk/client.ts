import createFetch from 'openapi-fetch'
import type { Call, Operation, Reply, Retry } from './operation.js'
import { paging } from './pages.js'
import { UnexpectedAnswer } from './problems.js'
import { sendWithRetries } from './retry.js'
import { createSession } from './session.js'
import { memoryStore, type TokenStore } from './store.js'

export interface ClientOptions {
  /** Where the server is, such as `https://api.example.com`; in a browser default the origin of the page. */
  baseUrl?: string
  /** Where the token is kept; default in memory. */
  tokens?: TokenStore
  /** Retries after 429 and 503, as `Retry-After` says; a POST after 503 only when the call asks for it. */
  retry?: Retry
  /** Instead of the platform's own `fetch`. */
  fetch?: (request: Request) => Promise<Response>
}

type Http = (
  method: string,
  path: string,
  init: Record<string, unknown>
) => Promise<{ data?: unknown; error?: unknown; response: Response }>

const FORM = 'application/x-www-form-urlencoded'

/** A method per operation. They throw what `fetch` throws, the reason of an aborted signal, and `UnexpectedAnswer`. */
export function createClient<Client>(
  operations: Record<string, Operation>,
  common: readonly number[],
  { baseUrl, tokens = memoryStore(), retry, fetch = (request) => globalThis.fetch(request) }: ClientOptions = {}
): Client {
  const http = createFetch(baseUrl === undefined ? {} : { baseUrl }).request as Http

  const sendOnce = async (operation: Operation, input: Call, token: string | undefined): Promise<Reply> => {
    const { data, error, response } = await http(operation.method, operation.path, {
      params: { path: input.path, query: input.query },
      body: input.body,
      signal: input.signal,
      headers: {
        ...(operation.form && { 'Content-Type': FORM }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` })
      },
      fetch: async (request: Request) => known(await fetch(request), [...operation.statuses, ...common])
    })
    return { status: response.status, body: response.ok ? data : error, headers: response.headers }
  }
  const send: typeof sendOnce = (operation, input, token) =>
    sendWithRetries(
      () => sendOnce(operation, input, token),
      (status) => input.retry ?? (status === 503 && operation.method === 'POST' ? undefined : retry),
      input.signal
    )
  const renewal = Object.values(operations).find(({ renews }) => renews !== undefined)
  const call = createSession(tokens, renewal, common, send)

  const methods = Object.entries(operations).map(([name, operation]) => {
    const method = (input?: Call): Promise<Reply> => call(operation, input)
    const { pages } = operation
    return [name, pages ? Object.assign(method, paging(pages, method)) : method]
  })
  return Object.fromEntries(methods) as Client
}

/** The response, when the contract lists its status and it holds JSON, as all bodies of the contracts do. */
function known(response: Response, statuses: number[]): Response {
  const isJson = /^application\/json\b/i.test(response.headers.get('Content-Type') ?? '')
  if (!isJson || !statuses.includes(response.status)) throw new UnexpectedAnswer(response)
  return response
}
