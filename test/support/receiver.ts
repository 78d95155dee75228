import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a webhook sent. */
export interface Received {
  headers: IncomingHttpHeaders
  body: string
  type: string
  timestamp: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the entry, of which tests read fields
  data: any
}

/** The other end of a webhook. */
export interface Receiver {
  url: string
  /** In the order of arrival, without those about webhooks. */
  received: Received[]
  /** Entries about webhooks, which it takes whatever it answers to others. */
  aboutWebhooks: Received[]
  /** Chooses the status of an answer; 204 where it is left out. */
  answer: ((delivery: Received) => number) | undefined
  /** Resolves as soon as this is true of what has been received, at once or with a later delivery. */
  until(isTrue: (received: Received[]) => boolean): Promise<void>
  /** Takes no connections from now on, and cuts those that are there. */
  close(): Promise<void>
  /** Takes connections again, at the same port. */
  open(): Promise<void>
}

const PATIENCE_MS = 40_000

/** Listens on loopback. A redirect leads to the same address. */
export async function startReceiver(): Promise<Receiver> {
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const delivery: Received = {
        headers: request.headers,
        body,
        ...(JSON.parse(body) as Omit<Received, 'headers' | 'body'>)
      }
      const aboutWebhook = delivery.type.startsWith('webhook-')
      const status = (!aboutWebhook && receiver.answer?.(delivery)) || 204
      ;(aboutWebhook ? receiver.aboutWebhooks : receiver.received).push(delivery)
      response.writeHead(status, { location: receiver.url }).end()
      waiting.forEach((look) => look())
    })
  })
  let port = 0
  const receiver: Receiver = {
    url: '',
    received: [],
    aboutWebhooks: [],
    answer: undefined,
    until(isTrue) {
      return new Promise((resolve, reject) => {
        const settle = (result: () => void): void => {
          clearTimeout(timer)
          waiting.delete(look)
          result()
        }
        const look = (): void => {
          if (isTrue(receiver.received)) settle(resolve)
        }
        const timer = setTimeout(() => {
          const types = receiver.received.map(({ type, data }) => `${data.id} ${type}`)
          settle(() => reject(new Error(`not received: ${isTrue.toString()} of ${types.join(', ')}`)))
        }, PATIENCE_MS)
        waiting.add(look)
        look()
      })
    },
    async open() {
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
      ;({ port } = server.address() as AddressInfo)
      receiver.url = `http://127.0.0.1:${port}/hook`
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    }
  }
  await receiver.open()
  return receiver
}
