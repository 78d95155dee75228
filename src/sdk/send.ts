import type { Call, Operation, Reply } from './operation.js'
import type { ClientOptions } from './options.js'
import { NetworkError, UnexpectedAnswer } from './problems.js'
import { buildRequest, checkedBaseUrl } from './request.js'
import { REQUEST_ID } from './request-id.js'
import { sendWithRetries, type Outcome } from './retry.js'

export type Send = (operation: Operation, call: Call, token: string | undefined) => Promise<Reply>

/** Sends requests as the options say, each until it has an answer of the contract or its retries end. */
export function createSend(options: ClientOptions, common: readonly number[]): Send {
  const baseUrl = checkedBaseUrl(options.baseUrl)
  const sendOnce = async (operation: Operation, call: Call, token: string | undefined): Promise<Outcome> => {
    let request = buildRequest(baseUrl, operation, call, token, { ...options.headers, ...call.headers })
    for (const { onRequest } of [options, call]) request = (await onRequest?.(request)) || request
    const requestId = (call.requestId = request.headers.get(REQUEST_ID) ?? '')
    const response = await orNetworkError((options.fetch ?? fetch)(request), requestId)
    if (response instanceof NetworkError) return response
    for (const { onResponse } of [options, call]) await onResponse?.(response, request)
    return orNetworkError(read(response, [...operation.statuses, ...common], requestId), requestId)
  }
  return (operation, call, token) =>
    sendWithRetries(
      () => sendOnce(operation, call, token),
      operation.repeatable,
      call.retry ?? options.retry,
      call.signal
    )
}

const orNetworkError = <T>(work: Promise<T>, requestId: string): Promise<T | NetworkError> =>
  work.catch((error: unknown) => new NetworkError(error, requestId))

/** The reply, when the contract lists its status and it is JSON, as all bodies of the contracts are. */
async function read(response: Response, statuses: number[], sentId: string): Promise<Reply | UnexpectedAnswer> {
  const { status, headers } = response
  const requestId = headers.get(REQUEST_ID) ?? sentId
  const text = await response.text()
  try {
    if (/^application\/json\b/i.test(headers.get('Content-Type') ?? '') && statuses.includes(status)) {
      return { ok: status < 300, status, body: JSON.parse(text), headers, requestId }
    }
  } catch {
    // As any other answer that is not of this API.
  }
  return new UnexpectedAnswer(response, text, requestId)
}
