import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { peersFolder } from './peers-folder.js'

export interface Request {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string | undefined
}

export interface Load {
  origin: string
  connections: number
  seconds: number
  /** Sent in turn, over connections that are kept open, each when its connection has the answer to the one before. */
  requests: Request[]
  /** Milliseconds that each connection waits before a request, in the mean; none: it does not wait. */
  pause?: number
}

export interface Measured {
  requests: number
  seconds: number
  /** Answers that are not 2xx, and connections that broke. */
  errors: number
  /** Milliseconds. */
  p50: number
  p99: number
}

const run = promisify(execFile)
const hasWrk = spawnSync('wrk', ['-v']).error === undefined

/** Name and version of what generates the load. */
export function generatorName(): string {
  if (!hasWrk) return 'autocannon'
  const { stdout } = spawnSync('wrk', ['-v'], { encoding: 'utf8' })
  return stdout.split('\n')[0]?.replace(/ \[.*/, '') ?? 'wrk'
}

/** Sends the load from a process of its own. Throws when any request fails or has another status than 2xx. */
export async function generate(load: Load): Promise<Measured> {
  const measured = hasWrk ? await runWrk(load) : await runAutocannon(load)
  if (measured.errors > 0 || measured.requests === 0) {
    throw new Error(`${measured.errors} errors in ${measured.requests} requests to ${load.origin}`)
  }
  return measured
}

async function runAutocannon(load: Load): Promise<Measured> {
  const env = { PATH: process.env.PATH, BENCH_LOAD: JSON.stringify(load) }
  const { stdout } = await run(process.execPath, [join(peersFolder, 'autocannon.js')], { env })
  return JSON.parse(stdout) as Measured
}

async function runWrk({ origin, connections, seconds, requests, pause }: Load): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-wrk-'))
  try {
    const script = join(folder, 'load.lua')
    writeFileSync(script, luaScript(requests) + (pause === undefined ? '' : luaPause(pause)))
    const { stdout } = await run('wrk', [
      '-t1',
      `-c${connections}`,
      `-d${seconds}s`,
      '--timeout',
      '30s',
      '-s',
      script,
      origin
    ])
    return JSON.parse(stdout.split('RESULT ')[1] ?? '') as Measured
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function luaScript(requests: Request[]): string {
  const formatted = requests.map(({ method, path, headers, body }) => {
    const table = Object.entries(headers).map(([name, value]) => `[${lua(name)}]=${lua(value)}`)
    return `wrk.format(${lua(method)}, ${lua(path)}, {${table.join(',')}}, ${body === undefined ? 'nil' : lua(body)})`
  })
  return `
local all, at = {}, 0
function init()
  all = {${formatted.join(',\n')}}
end
function request()
  at = at % #all + 1
  return all[at]
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format('RESULT {"requests":%d,"seconds":%f,"errors":%d,"p50":%f,"p99":%f}', summary.requests,
    summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
`
}

/** Of random lengths, so that the connections do not ask in step. */
function luaPause(mean: number): string {
  return `
function delay()
  return math.random(0, ${2 * mean})
end
`
}

/** A string literal of Lua, byte by byte where it is not plain. */
function lua(text: string): string {
  const escaped = [...Buffer.from(text)].map((byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c
      ? String.fromCharCode(byte)
      : `\\${String(byte).padStart(3, '0')}`
  )
  return `"${escaped.join('')}"`
}
