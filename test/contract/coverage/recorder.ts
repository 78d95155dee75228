import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { realmNames } from '../../../src/config/realm-names.js'
import { readContract } from '../../../src/http/contract.js'
import { inventoryOf, type Exchange } from './inventory.js'

interface Started {
  request: IncomingMessage
  response: ServerResponse
  socket: Socket
}

type Chunk = string | Uint8Array

/** Longer bodies, those of lists of thousands, have nothing that shorter ones have not. */
const MAX_BYTES = 1_000_000

const ports = new Set<number>()
let recording = false

/**
 * Writes to a file in `folder` what of the contracts the requests to these ports meet: `{"api":"tms","met":"login 200"}`
 * a line, each once a process. The server is left as it is: Node's own channel says what arrives.
 */
export function recordCoverage(folder: string, listening: number[]): void {
  for (const port of listening) ports.add(port)
  if (recording) return
  recording = true
  const write = createWriter(folder)
  subscribe('http.server.request.start', (message) => {
    const { request, response, socket } = message as Started
    if (ports.has(socket.localPort ?? 0)) observe(request, response, write)
  })
}

function createWriter(folder: string): (exchange: Exchange) => void {
  const file = join(folder, `${process.pid}.ndjson`)
  const inventories = realmNames.map((api) => ({ api, inventory: inventoryOf(readContract(api)) }))
  const known = new Set<string>()
  return (exchange) => {
    for (const { api, inventory } of inventories) {
      const lines = [...inventory.metBy(exchange)].map((met) => `${JSON.stringify({ api, met })}\n`)
      const added = lines.filter((line) => !known.has(line))
      for (const line of added) known.add(line)
      if (added.length > 0) appendFileSync(file, added.join(''))
    }
  }
}

function observe(request: IncomingMessage, response: ServerResponse, write: (exchange: Exchange) => void): void {
  const sent = collect(request, ['push'])
  const answered = collect(response, ['write', 'end'])
  response.once('finish', () => {
    if (sent.bytes() > MAX_BYTES || answered.bytes() > MAX_BYTES) return
    if (request.headers['content-encoding'] !== undefined) return
    write({
      method: request.method ?? '',
      url: request.url ?? '',
      status: response.statusCode,
      requestBody: sent.text(),
      responseHeaders: textsOf(response),
      responseBody: answered.text()
    })
  })
}

/** Keeps what is given to these methods of a stream, which go on as before. */
function collect<Name extends string>(stream: Record<Name, unknown>, names: Name[]) {
  const chunks: Buffer[] = []
  let bytes = 0
  for (const name of names) {
    const original = stream[name] as (...args: unknown[]) => unknown
    const kept = (...args: unknown[]): unknown => {
      const [chunk] = args
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) keep(chunk)
      return original.apply(stream, args)
    }
    Object.assign(stream, { [name]: kept })
  }
  function keep(chunk: Chunk): void {
    bytes += chunk.length
    if (bytes <= MAX_BYTES) chunks.push(Buffer.from(chunk))
  }
  return { bytes: () => bytes, text: () => Buffer.concat(chunks).toString() }
}

function textsOf(response: ServerResponse): Record<string, string> {
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}
