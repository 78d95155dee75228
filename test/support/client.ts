export interface RequestOptions {
  /** Sent as `Authorization: Bearer <token>`. */
  token?: string | undefined
  /** A JSON body. */
  json?: unknown
  /** A form body. */
  form?: Record<string, string>
  /** A body as it is; give its `content-type` in `headers`. */
  raw?: string | Uint8Array | undefined
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Headers
  /** The JSON body; undefined when there is none. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read fields of documented bodies and assert on them
  body: any
}

export interface Client {
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>
  get(path: string, options?: RequestOptions): Promise<Answer>
  post(path: string, options?: RequestOptions): Promise<Answer>
  put(path: string, options?: RequestOptions): Promise<Answer>
  delete(path: string, options?: RequestOptions): Promise<Answer>
}

/** `standing` headers go with every request. */
export function createClient(origin: string, standing: Record<string, string> = {}): Client {
  const request: Client['request'] = async (method, path, options = {}) => {
    const headers = { ...standing, ...options.headers }
    const response = await fetch(origin + path, { method, ...payload({ ...options, headers }) })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
  }
  return {
    request,
    get: (path, options) => request('GET', path, options),
    post: (path, options) => request('POST', path, options),
    put: (path, options) => request('PUT', path, options),
    delete: (path, options) => request('DELETE', path, options)
  }
}

function payload({ token, json, form, raw, headers = {} }: RequestOptions): {
  headers: Record<string, string>
  body?: NonNullable<RequestInit['body']>
} {
  const all = { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers }
  if (json !== undefined) return { headers: { 'content-type': 'application/json', ...all }, body: JSON.stringify(json) }
  if (form !== undefined) return { headers: all, body: new URLSearchParams(form) }
  return { headers: all, ...(raw !== undefined && { body: raw as NonNullable<RequestInit['body']> }) }
}
