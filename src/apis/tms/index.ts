import { tmsRealm } from '../../accounts/realms.js'
import { defineApi } from '../../http/api.js'
import { problems } from '../waste-sorting/problems.js'

export const tms = defineApi<Record<string, never>, never>({ realm: tmsRealm as never, problems, handlers: {} })
