import type { Call, Operation, Reply } from './operation.js'
import type { CallOptions } from './options.js'

/** The operations about sessions of the caller's account, which every API has, by the same names in all of them. */
export interface OwnSessions<List, End, EndOthers> {
  /** As `listOwnSessions`. */
  list(options?: CallOptions): Promise<List>
  /** As `endOwnSession`, for the session with this id. */
  end(id: string, options?: CallOptions): Promise<End>
  /** As `endOtherSessions`. */
  endOthers(options?: CallOptions): Promise<EndOthers>
}

type Method = (input?: Call) => Promise<Reply>

/** The operations of a client, by name: the contract of every API has these three. */
export type Methods = Record<'listOwnSessions' | 'endOwnSession' | 'endOtherSessions', Method>

export function ownSessions(methods: Methods, operations: Record<string, Operation>): OwnSessions<Reply, Reply, Reply> {
  const [, parameter = ''] = /\{(\w+)\}/.exec(operations.endOwnSession?.path ?? '') ?? []
  return {
    list: (options) => methods.listOwnSessions(options),
    end: (id, options) => methods.endOwnSession({ ...options, path: { [parameter]: id } }),
    endOthers: (options) => methods.endOtherSessions(options)
  }
}
