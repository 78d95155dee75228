import type { CallOptions } from './options.js'

/**
 * One answer that the contract lists. `ok` tells the successes from the refusals, `status` which answer it is, and both what
 * `body` is.
 */
export interface Answer<Status extends number, Body> {
  readonly ok: `${Status}` extends `2${string}` ? true : false
  readonly status: Status
  readonly body: Body
  readonly headers: Headers
  /** Names the request in the log of the server. */
  readonly requestId: string
}

type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined

/** All answers of an operation, one member per status. `Common` are the statuses of the default response. */
export type Result<Operation extends { responses: object }, Common extends number> = ResultOf<
  Operation['responses'],
  Common
>
type ResultOf<Responses, Common extends number> = {
  [Status in keyof Responses]: Status extends number
    ? Answer<Status, BodyOf<Responses[Status]>>
    : CommonAnswer<Exclude<Common, keyof Responses>, BodyOf<Responses[Status]>>
}[keyof Responses]
type CommonAnswer<Status extends number, Body> = Status extends number ? Answer<Status, Body> : never

/** What an operation takes: the parameters in its `path` and `query`, and its `body`. */
export type Input<Operation> = Part<Operation, 'path'> & Part<Operation, 'query'> & BodyPart<Operation> & CallOptions

type Part<Operation, Name extends string> = Operation extends { parameters: { [N in Name]?: infer Value } }
  ? [Exclude<Value, undefined>] extends [never]
    ? unknown
    : Operation extends { parameters: { [N in Name]: object } }
      ? { [N in Name]: Value }
      : { [N in Name]?: Value }
  : unknown
type BodyPart<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] }
  : unknown

/** As the input of a paged list, without the number of the page; the size of a page is 100 unless given. */
export type PagesInput<Operation, Number extends string, Size extends string> = Omit<Input<Operation>, 'query'> &
  PagesQuery<Operation, Number, Size>
type PagesQuery<Operation, Number extends string, Size extends string> = Operation extends {
  parameters: { query?: infer Query }
}
  ? {
      query?: Omit<NonNullable<Query>, Number | Size> &
        Partial<Pick<NonNullable<Query>, Size & keyof NonNullable<Query>>>
    }
  : unknown

/** The pages of a list, one after another. */
export interface Paging<PagedInput, Answers, Item> {
  /** Every page as the server answers it. Ends with the last one, or with the first answer that is no page. */
  pages(input?: PagedInput): AsyncGenerator<Answers, void, undefined>
  /** Every item of every page. Throws `Refused` at an answer that is no page. */
  items(input?: PagedInput): AsyncGenerator<Item, void, undefined>
}
