/** A request as a load sends it. */
export interface Sent {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  token?: string
  json?: unknown
  form?: Record<string, string>
}

export interface Answered {
  method: string
  path: string
  /** 0: the connection was refused, cut, or silent for `PATIENCE_MS`. */
  status: number
  retryAfter: string | null
  /** The JSON body, or the text of another; undefined without an answer. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read fields of documented bodies
  body: any
  /** When it was sent and when it was answered, as `performance.now()` has it. */
  from: number
  to: number
  /** Why there is no answer. */
  failure?: string
}

/** Milliseconds after which a client gives up: longer than any answer may take. */
export const PATIENCE_MS = 20_000

/** Sends it once, over a connection that is kept open; never throws. */
export async function send(origin: string, { method, path, token, json, form }: Sent): Promise<Answered> {
  const from = performance.now()
  const answered = (rest: Omit<Answered, 'method' | 'path' | 'from' | 'to'>): Answered => ({
    method,
    path,
    from,
    to: performance.now(),
    ...rest
  })
  try {
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' })
      },
      body: json !== undefined ? JSON.stringify(json) : form === undefined ? null : new URLSearchParams(form),
      signal: AbortSignal.timeout(PATIENCE_MS)
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    const body: unknown = isJson ? JSON.parse(text) : text
    return answered({ status: response.status, retryAfter: response.headers.get('retry-after'), body })
  } catch (error) {
    const { message, cause } = error as Error
    return answered({
      status: 0,
      retryAfter: null,
      body: undefined,
      failure: `${message} ${cause instanceof Error ? cause.message : ''}`
    })
  }
}

export function isGood({ status }: Answered): boolean {
  return status >= 200 && status < 300
}
