import { once } from 'node:events'
import { connect } from 'node:net'
import type { Answer } from './client.js'

/** Sends bytes as they are, in one piece, and reads the one answer until the server closes the connection. */
export async function sendBytes(origin: string, parts: (string | number[])[]): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
  const chunks: Buffer[] = []
  for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk)
  const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = new Headers(lines.map((line) => line.split(': ') as [string, string]))
  return { status: Number(statusLine.split(' ')[1]), headers, body: body === '' ? undefined : JSON.parse(body) }
}
