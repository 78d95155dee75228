type Content<T> = T extends { content: infer C } ? C[keyof C] : never
type Responses<Op> = Op extends { responses: infer R } ? R : never

/** Statuses of the operation's own; `default` is not for handlers to answer. */
export type StatusOf<Op> = Exclude<keyof Responses<Op>, 'default'> & number

export type ResponseBody<Op, Status extends StatusOf<Op>> = Content<Responses<Op>[Status]>

type NamedHeaders<H> = { [Name in keyof H as string extends Name ? never : Name]: H[Name] }

/** Headers that the contract names for this status. */
export type ResponseHeaders<Op, Status extends StatusOf<Op>> = Responses<Op>[Status] extends { headers: infer H }
  ? [keyof NamedHeaders<H>] extends [never]
    ? Record<string, never>
    : NamedHeaders<H>
  : never

export type RequestBody<Op> = Op extends { requestBody: infer B } ? Content<B> : undefined

type Parameters<Op, Place extends string> = Op extends { parameters: { [P in Place]?: infer T } }
  ? [Exclude<T, undefined>] extends [never]
    ? Record<string, never>
    : Exclude<T, undefined>
  : Record<string, never>

export type PathParameters<Op> = Parameters<Op, 'path'>
export type QueryParameters<Op> = Parameters<Op, 'query'>
