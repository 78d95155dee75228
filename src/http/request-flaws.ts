import type { IncomingMessage } from 'node:http'
import { countHeader } from './raw-headers.js'

/** Why a request is refused before anything looks at it; undefined where it is not. Whoever stands before this server may read it in another way. */
export function flawOf(request: IncomingMessage): string | undefined {
  if (!namesOneHost(request)) return 'not exactly one Host'
  return isPlainlySent(request) ? undefined : 'a Transfer-Encoding other than chunked'
}

/** HTTP/1.1 asks for exactly one. */
function namesOneHost({ rawHeaders, httpVersionMinor }: IncomingMessage): boolean {
  const hosts = countHeader(rawHeaders, 'host')
  return hosts === 1 || (hosts === 0 && httpVersionMinor === 0)
}

/** Node takes chunks apart and leaves every other coding in the body; HTTP/1.0 has none. */
function isPlainlySent({ headers: { 'transfer-encoding': coding }, httpVersionMinor }: IncomingMessage): boolean {
  return coding === undefined || (httpVersionMinor > 0 && coding.toLowerCase() === 'chunked')
}
