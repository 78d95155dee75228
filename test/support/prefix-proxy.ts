import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'

/** Passes on what begins with `prefix`, without it. */
export async function startPrefixProxy(origin: string, prefix: string): Promise<{ origin: string; stop: () => void }> {
  const proxy = createServer((incoming, outgoing) => {
    const { method, headers, url } = incoming
    if (!url?.startsWith(`${prefix}/`)) return void outgoing.writeHead(404).end()
    const passed = request(origin + url.slice(prefix.length), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      pipeline(answer, outgoing, ignore)
    })
    // Where one side hangs up, so does the other: a page that is closed, a proxy that is stopped.
    passed.on('error', () => outgoing.destroy())
    pipeline(incoming, passed, ignore)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stop() {
      proxy.closeAllConnections()
      proxy.close()
    }
  }
}

const ignore = (): void => {}
