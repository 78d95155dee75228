import { julongRealm } from '../../accounts/realms.js'
import { defineApi } from '../../http/api.js'
import { problems } from '../waste-sorting/problems.js'

export const julong = defineApi<Record<string, never>, never>({ realm: julongRealm as never, problems, handlers: {} })
