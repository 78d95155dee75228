import { audit } from './audit.js'
import type { Command, DatabaseCommand } from './command.js'
import { copy } from './copy.js'
import { create } from './create.js'
import { disable } from './disable.js'
import { enable } from './enable.js'
import { endSessions } from './end-sessions.js'
import { exportRealm } from './export.js'
import { importRealm } from './import.js'
import { list } from './list.js'
import { migrations } from './migrations.js'
import { removeFactor } from './remove-second-factor.js'
import { remove } from './remove.js'
import { resetPassword } from './reset-password.js'
import { sessions } from './sessions.js'
import { changeRole } from './set-role.js'
import { undo } from './undo-migration.js'
import { unlock } from './unlock.js'
import { webhooks } from './webhooks.js'

export type { Command, DatabaseCommand } from './command.js'

export const commands: Map<string, Command | DatabaseCommand> = new Map<string, Command | DatabaseCommand>([
  ['create', create],
  ['list', list],
  ['reset-password', resetPassword],
  ['disable', disable],
  ['enable', enable],
  ['unlock', unlock],
  ['sessions', sessions],
  ['end-sessions', endSessions],
  ['remove', remove],
  ['remove-second-factor', removeFactor],
  ['set-role', changeRole],
  ['export', exportRealm],
  ['import', importRealm],
  ['audit', audit],
  ['webhooks', webhooks],
  ['copy', copy],
  ['migrations', migrations],
  ['undo-migration', undo]
])
