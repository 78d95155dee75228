import { randomUUID } from 'node:crypto'
import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { plainProblem, type ProblemResponse, type ProblemTable } from './problems.js'
import { STANDING_HEADERS } from './standing-headers.js'

/** What Node could not read as a request: `rawPacket` is what it read last. */
export type UnreadableRequest = Error & { code?: string; rawPacket?: Buffer }

/** A connection, with the response that it is in the middle of. */
type Connection = Socket & { _httpMessage?: ServerResponse | null }

export type UnreadableHandler = (error: UnreadableRequest, socket: Duplex) => void

/** Milliseconds that a client gets to take the answer: whoever closes with bytes unread takes it away again. */
const LINGER = 1_000
const TIMED_OUT = 'ERR_HTTP_REQUEST_TIMEOUT'
/** Method and path; no bytes but those that a path may have. */
const REQUEST_LINE = /^[A-Za-z]+ ([!-"$->@-~]*)/

/** Answers what is no whole request with the problem of the API at its path, and closes the connection. */
export function answerUnreadable(tableFor: (path: string) => ProblemTable | undefined, log: Logger): UnreadableHandler {
  return (error, socket) => {
    const { _httpMessage: response, bytesWritten } = socket as Connection
    // A request may have been answered before its body came, or come late on a connection that was used before.
    const isAnswered = response?.headersSent ?? (error.code === TIMED_OUT && bytesWritten > 0)
    if (!socket.writable || isAnswered) {
      socket.destroy()
      return
    }
    const answer = problemOf(error.code, tableFor(response?.req.url?.split('?')[0] ?? pathIn(error.rawPacket)))
    const requestId = requestIdOf(response)
    log.info({ requestId, status: answer.status, reason: error.code }, 'unreadable request')
    socket.end(asText(answer, requestId))
    setTimeout(() => socket.destroy(), LINGER).unref()
  }
}

/** That of the request which the connection is in the middle of; an id of its own for one whose headers cannot be read. */
function requestIdOf(response: ServerResponse | null | undefined): string {
  const begun = response?.getHeader('X-Request-Id')
  return typeof begun === 'string' ? begun : randomUUID()
}

function pathIn(packet: Buffer | undefined): string {
  return REQUEST_LINE.exec(packet?.subarray(0, 1024).toString('latin1') ?? '')?.[1] ?? ''
}

function problemOf(code: string | undefined, table: ProblemTable | undefined): ProblemResponse {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return table?.['headers-too-large']({}, undefined) ?? plainProblem(431)
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return table?.['too-large']({}, undefined) ?? plainProblem(413)
    case TIMED_OUT:
      return table?.timeout({}, undefined) ?? plainProblem(408)
    default:
      return table?.malformed({ message: 'unreadable request' }, undefined) ?? plainProblem(400)
  }
}

function asText({ status, body }: ProblemResponse, requestId: string): string {
  const text = JSON.stringify(body)
  const headers = Object.entries({
    Date: new Date().toUTCString(),
    ...STANDING_HEADERS,
    'X-Request-Id': requestId,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close'
  })
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${text}`
}
