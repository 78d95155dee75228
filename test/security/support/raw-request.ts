import { request } from 'node:http'

/**
 * Sends headers exactly as they are, names and values by turns, and returns the status; 0 when the server closes the
 * connection without one. `fetch` would join two headers of one name and refuse an odd one.
 */
export function rawStatus(origin: string, method: string, path: string, headers: string[]): Promise<number> {
  return new Promise((resolve) => {
    const { hostname, port, host } = new URL(origin)
    const all = ['Host', host, 'Connection', 'close', ...headers]
    const sent = request({ hostname, port, method, path, headers: all, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', () => resolve(0))
    sent.end()
  })
}
