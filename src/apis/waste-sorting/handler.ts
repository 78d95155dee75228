import type { operations } from '../../../generated/waste-sorting.js'
import type { WasteSortingAccount } from '../../realms/waste-sorting.js'
import type { OperationHandler } from '../../http/api.js'

/** A handler of this API, typed by its contract. */
export type Handler<Id extends keyof operations> = OperationHandler<operations[Id], WasteSortingAccount>
