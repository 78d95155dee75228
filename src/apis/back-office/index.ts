import { backOfficeRealm } from '../../accounts/realms.js'
import { defineApi } from '../../http/api.js'
import { problems } from '../waste-sorting/problems.js'

export const backOffice = defineApi<Record<string, never>, never>({
  realm: backOfficeRealm as never,
  problems,
  handlers: {}
})
