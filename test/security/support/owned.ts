/** Operations that only the owner of their thing may call, as `<api> <operationId>`; the account that made it is the owner. */
export const owned = new Set(['tms updateTask', 'tms deleteTask'])

/** What everybody else is answered who may call the operation. */
export const NOT_THEIRS = 403
