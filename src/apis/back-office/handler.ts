import type { operations } from '../../../generated/back-office.js'
import type { BackOfficeAccount } from '../../realms/back-office.js'
import type { OperationHandler } from '../../http/api.js'

/** A handler of this API, typed by its contract. */
export type Handler<Id extends keyof operations> = OperationHandler<operations[Id], BackOfficeAccount>
