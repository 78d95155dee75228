import type { Failure } from './attempts.js'

const TIMEOUT_MS = 15_000
/** Bytes of an answer that are read, so that the connection can be used again. */
const MOST_READ = 65_536
const GONE = 410

/** Sends a body and returns why that failed; undefined for an answer from 200 to 299. Follows no redirect. */
export async function post(url: string, headers: Record<string, string>, body: string): Promise<Failure | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Quintet-Webhooks', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS)
    })
    await readSome(response).catch(() => {})
    return response.ok ? undefined : { reason: `status ${response.status}`, gone: response.status === GONE }
  } catch (error) {
    return { reason: reasonOf(error as Error), gone: false }
  }
}

async function readSome({ body }: Response): Promise<void> {
  if (body === null) return
  let bytes = 0
  // Leaving the loop ends the connection.
  for await (const chunk of body) {
    bytes += (chunk as Uint8Array).length
    if (bytes > MOST_READ) break
  }
}

/** `fetch` has the reason in the cause: a code such as ECONNREFUSED. */
function reasonOf(error: Error): string {
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`
  const cause = error.cause as (Error & { code?: string }) | undefined
  return cause?.code ?? cause?.message ?? error.message
}
