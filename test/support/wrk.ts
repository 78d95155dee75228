import { spawn, spawnSync } from 'node:child_process'

/** What wrk saw. */
export interface Loaded {
  requests: number
  /** Answers other than 2xx and 3xx, and connections that failed. */
  failed: number
  seconds: number
  /** Seconds of CPU that it took itself. */
  cpu: number
}

/** Throws, with what to install, where wrk is not. */
export function requireWrk(): void {
  if (spawnSync('wrk', ['-v']).error !== undefined) throw new Error('wrk is not here; install wrk')
}

/** Sends one `GET` over and over again, on connections that stay open, each waiting for its answer. */
export async function loadWithWrk(
  url: string,
  { token, seconds, connections }: { token: string; seconds: number; connections: number }
): Promise<Loaded> {
  const options = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '-H', `Authorization: Bearer ${token}`]
  // The shell that waits for it reports its time when it ends.
  const child = spawn('bash', ['-c', 'TIMEFORMAT="cpu %U %S"; time wrk "$@"', 'wrk', ...options, url], {
    env: { ...process.env, LC_ALL: 'C' }
  })
  let output = ''
  const collect = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  const [, requests, took] = /(\d+) requests in ([\d.]+)s/.exec(output) ?? []
  const [, user, kernel] = /cpu ([\d.]+) ([\d.]+)/.exec(output) ?? []
  if (code !== 0 || requests === undefined) throw new Error(`wrk: ${output}`)
  const socketErrors =
    /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output)?.slice(1) ?? []
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? '0'
  return {
    requests: Number(requests),
    failed: [refused, ...socketErrors].reduce((sum, count) => sum + Number(count), 0),
    seconds: Number(took),
    cpu: Number(user) + Number(kernel)
  }
}
