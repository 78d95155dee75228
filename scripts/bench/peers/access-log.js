import { pino } from 'pino'

const log = pino()
let count = 0

/** One line when the request is answered, as the server itself has it: id, method, status, milliseconds. */
export function logWhenAnswered(request, response) {
  const from = performance.now()
  count += 1
  const requestId = `${process.pid}-${count}`
  response.once('close', () => {
    const { statusCode: status, writableFinished: complete } = response
    log.info({ requestId, method: request.method, status, durationMs: performance.now() - from, complete }, 'request')
  })
}
