import type { operations } from '../../../generated/user-login.js'
import type { UserLoginAccount } from '../../realms/user-login.js'
import type { OperationHandler } from '../../http/api.js'

/** A handler of this API, typed by its contract. */
export type Handler<Id extends keyof operations> = OperationHandler<operations[Id], UserLoginAccount>
