import type { Envelope } from '../../http/envelope.js'

interface Body {
  meta?: { message: string; status: number }
}

/** How the family's own server answers: HTTP 200 always, the status in `meta.status`, the message in `meta.msg` too. */
export const statusInBody: Envelope = ({ body }) => {
  const { meta } = body as Body
  return { status: 200, body: meta === undefined ? body : { ...(body as Body), meta: { ...meta, msg: meta.message } } }
}
