import type { Config } from '../config/config.js'
import type { RealmName } from '../config/realm-names.js'
import type { Api } from '../http/api.js'
import { backOffice } from './back-office/index.js'
import { julong } from './julong/index.js'
import { statusInBody } from './julong/status-in-body.js'
import { tms } from './tms/index.js'
import { codeInBody } from './tms/code-in-body.js'
import { userLogin } from './user-login/index.js'
import { wasteSorting } from './waste-sorting/index.js'

/** The five APIs by the name of their contract. */
export const apis: Record<RealmName, Api> = {
  tms,
  julong,
  'waste-sorting': wasteSorting,
  'user-login': userLogin,
  'back-office': backOffice
}

/** The same as the configuration has them. */
export function apisOf({
  julongStatus,
  tmsStatus
}: Pick<Config, 'julongStatus' | 'tmsStatus'>): Record<RealmName, Api> {
  return {
    ...apis,
    ...(julongStatus === 'body' && { julong: { ...julong, envelope: statusInBody } }),
    ...(tmsStatus === 'body' && { tms: { ...tms, envelope: codeInBody } })
  }
}
