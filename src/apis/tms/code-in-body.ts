import type { Envelope } from '../../http/envelope.js'

/**
 * How the server answers that the document's own front end was written for: HTTP 200 for all that has a `code`, 401 as
 * it is.
 */
export const codeInBody: Envelope = ({ status, body }) => ({
  status: typeof body === 'object' && body !== null && 'code' in body ? 200 : status,
  body
})
