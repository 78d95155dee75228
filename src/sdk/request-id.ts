/** The header in which client and server name a request. */
export const REQUEST_ID = 'X-Request-Id'

/** 22 digits and letters; `crypto.randomUUID` is missing on pages that come over HTTP. */
export function newRequestId(): string {
  const part = (): string => Math.random().toString(36).slice(2, 13).padEnd(11, '0')
  return part() + part()
}
