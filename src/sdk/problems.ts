/** Why a call has no answer, or not the one that was needed. */
export class CallError extends Error {
  override readonly name: string = 'CallError'
  /** The `X-Request-Id` of the request, with which the log of the server names it. */
  readonly requestId: string

  constructor(message: string, requestId = 'unknown') {
    super(`${message} (request ${requestId})`)
    this.requestId = requestId
  }
}

/** No answer came, or only a part of one: the server cannot be reached, or the connection broke. */
export class NetworkError extends CallError {
  override readonly name = 'NetworkError'
  /** What `fetch` threw. */
  readonly cause: unknown

  constructor(cause: unknown, requestId: string | undefined) {
    super(`no answer: ${String(cause)}`, requestId)
    this.cause = cause
  }
}

/** The call took longer than its `timeout`. */
export class TimedOut extends CallError {
  override readonly name = 'TimedOut'

  constructor(timeout: number, requestId: string | undefined) {
    super(`no answer within ${timeout} ms`, requestId)
  }
}

/** An answer that the contract does not list, as a proxy before the server may send one. */
export class UnexpectedAnswer extends CallError {
  override readonly name = 'UnexpectedAnswer'
  readonly status: number
  readonly headers: Headers
  /** The body. */
  readonly text: string

  constructor({ status, headers, url }: Response, text: string, requestId: string) {
    super(`${status} ${headers.get('Content-Type') ?? 'without Content-Type'} from ${url}`, requestId)
    this.status = status
    this.headers = headers
    this.text = text
  }
}

/** An answer of the contract that is no success, where `orThrow` or an iteration over items needed one. */
export class Refused extends CallError {
  override readonly name = 'Refused'
  readonly status: number
  readonly body: unknown

  constructor({ status, body, requestId }: { status: number; body: unknown; requestId: string }) {
    super(`refused with ${status} ${JSON.stringify(body)}`, requestId)
    this.status = status
    this.body = body
  }
}
