import type { Failure } from './attempts.js'

const TIMEOUT_MS = 15_000
/** Bytes of an answer that are read, and milliseconds in which they are, so that the connection can be used again. */
const MOST_READ = 65_536
const MOST_READING_MS = 1_000
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
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  const patience = setTimeout(() => void reader.cancel().catch(() => {}), MOST_READING_MS)
  let bytes = 0
  while (bytes <= MOST_READ) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.length
  }
  clearTimeout(patience)
  // Ends the connection where there is more.
  await reader.cancel()
}

/** `fetch` has the reason in the cause: a code such as ECONNREFUSED. */
function reasonOf(error: Error): string {
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`
  const cause = error.cause as (Error & { code?: string }) | undefined
  return cause?.code ?? cause?.message ?? error.message
}
