export function equal(actual: unknown, expected: unknown): void {
  const [given, wanted] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (given !== wanted) throw new Error(`${given} instead of ${wanted}`)
}

/** The answer, which must have this status. */
export function expectStatus<Result extends { status: number }, Status extends Result['status']>(
  result: Result,
  status: Status
): Extract<Result, { status: Status }> {
  const has = (one: Result): one is Extract<Result, { status: Status }> => one.status === status
  if (!has(result)) throw new Error(`${JSON.stringify(result)} instead of ${status}`)
  return result
}

/** What the promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('it was not rejected')
}

export function freshName(): string {
  return `user-${Math.random().toString(36).slice(2)}`
}

/** A signal that is aborted after these milliseconds, with this reason. */
export function abortedAfter(milliseconds: number, reason: Error): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(reason), milliseconds)
  return controller.signal
}
