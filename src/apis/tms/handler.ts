import type { operations } from '../../../generated/tms.js'
import type { TmsAccount } from '../../realms/tms.js'
import type { OperationHandler } from '../../http/api.js'

/** A handler of this API, typed by its contract. */
export type Handler<Id extends keyof operations> = OperationHandler<operations[Id], TmsAccount>
