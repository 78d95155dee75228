import type { DocumentedOperation } from '../../model.js'
import type { Filled } from '../request.js'

interface Refusal {
  path: string
  message: string
}

/** What the build makes of the contract: a function for each operation with a JSON body. */
interface BodyChecks {
  check: (operationId: string, body: unknown) => Refusal[]
}

/** Why the server would refuse this, as far as one can tell before it is sent. */
export async function problemsOf(operation: DocumentedOperation, filled: Filled): Promise<string[]> {
  const { problems } = parseHeaders(filled.headers)
  if (filled.json === undefined) return problems
  let body: unknown
  try {
    body = JSON.parse(filled.json)
  } catch (error) {
    return [...problems, `请求体不是合法的 JSON：${(error as Error).message}`]
  }
  const { check } = (await import(new URL(document.body.dataset.checks!, location.href).href)) as BodyChecks
  const refusals = check(operation.operationId, body)
  return [...problems, ...refusals.map(({ path, message }) => (path === '' ? message : `${path}：${message}`))]
}

/** Lines of `name: value`. */
export function parseHeaders(text = ''): { headers: Record<string, string>; problems: string[] } {
  const headers: Record<string, string> = {}
  const problems: string[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name = '', value = ''] = /^([^:]*):(.*)$/.exec(line) ?? []
    try {
      new Headers([[name.trim(), value.trim()]])
      headers[name.trim()] = value.trim()
    } catch {
      problems.push(`请求头无法发送：${line}`)
    }
  }
  return { headers, problems }
}
