import { noticeOffline } from './network.ts'
import { problemOf } from './problem.ts'

export interface Sent<Answer> {
  answer: Answer
  /** The name of the operation that answered. */
  operation: string
}

/** Calls an operation of the client; throws a `Problem` where none answers. */
export async function send<Client, Answer>(
  client: Client,
  work: (client: Client) => Promise<Answer>
): Promise<Sent<Answer>> {
  let operation = ''
  const named = new Proxy(client as Client & object, {
    get: (target, name) => Reflect.get(target, (operation = name as string)) as unknown
  })
  try {
    return { answer: await work(named), operation }
  } catch (error) {
    const problem = problemOf(error)
    if (problem.kind === 'network') noticeOffline()
    throw problem
  }
}
