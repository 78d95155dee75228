import { isDeepStrictEqual } from 'node:util'
import type { Request } from './generator.js'
import type { Server } from './serve.js'

/** Takes out of a body what differs from request to request, such as a new id. */
export type Normalize = (body: string) => string

const LOOK_EVERY_MS = 100

/** The bodies of these requests, which all servers answer alike, byte by byte. Throws when they do not. */
export async function agreedBodies(servers: Server[], requests: Request[], normalize: Normalize): Promise<string[]> {
  const [first, ...others] = await Promise.all(servers.map((server) => bodiesOf(server, requests, normalize)))
  for (const [index, bodies] of others.entries()) {
    if (!isDeepStrictEqual(bodies, first)) {
      const at = bodies.findIndex((body, position) => body !== first![position])
      throw new Error(`${servers[index + 1]!.name} answers ${bodies[at]} where ${servers[0]!.name} has ${first![at]}`)
    }
  }
  return first!
}

async function bodiesOf(server: Server, requests: Request[], normalize: Normalize): Promise<string[]> {
  const bodies: string[] = []
  for (const request of requests) bodies.push(normalize(await bodyOf(server, request)))
  return bodies
}

export interface Watch {
  /** How many answers it has looked at. */
  answers(): number
  /** Throws when one was not the expected one. */
  stop(): Promise<void>
}

/** Looks at an answer now and then while a server is under load. */
export function watchBodies(server: Server, requests: Request[], expected: string[], normalize: Normalize): Watch {
  let [stopped, answers] = [false, 0]
  const watching = (async () => {
    for (let count = 0; !stopped; count += 1) {
      const index = (count * 7) % requests.length
      const body = normalize(await bodyOf(server, requests[index]!))
      answers += 1
      if (body !== expected[index]) throw new Error(`${server.name} under load answers ${body}, not ${expected[index]}`)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  })()
  watching.catch(() => {
    // `stop` reports it.
  })
  return {
    answers: () => answers,
    async stop() {
      stopped = true
      await watching
    }
  }
}

export async function bodyOf({ name, origin }: Server, { method, path, headers, body }: Request): Promise<string> {
  const response = await fetch(origin + path, { method, headers, body: body ?? null })
  const text = await response.text()
  if (!response.ok) throw new Error(`${name}: ${method} ${path}: ${response.status} ${text}`)
  return text
}
