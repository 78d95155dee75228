import { userLoginRealm } from '../../accounts/realms.js'
import { defineApi } from '../../http/api.js'
import { problems } from '../waste-sorting/problems.js'

export const userLogin = defineApi<Record<string, never>, never>({
  realm: userLoginRealm as never,
  problems,
  handlers: {}
})
