import type { operations } from '../../../generated/julong.js'
import type { JulongAccount } from '../../realms/julong.js'
import type { OperationHandler } from '../../http/api.js'

/** A handler of this API, typed by its contract. */
export type Handler<Id extends keyof operations> = OperationHandler<operations[Id], JulongAccount>
