import { createSessions } from '../0016-sessions.js'
import { createWebhooks, dropWebhooks } from '../0018-webhooks.js'
import type { Migration } from '../migration.js'
import { createShared } from './0001-shared.js'
import { createTms } from './0002-tms.js'
import { createJulong } from './0003-julong.js'
import { createWasteSorting } from './0004-waste-sorting.js'
import { createUserLogin } from './0005-user-login.js'
import { createBackOffice } from './0006-back-office.js'
import { createCounts } from './0007-counts.js'
import { createSearch } from './0008-search.js'
import { createAudit } from './0009-audit.js'

/**
 * The migrations of the portable schema, in their order. The names of its relations are those of the other schema, so that
 * the statements of the server are the same. Each is a transaction. The rules are those of the other migrations.
 */
export const portableMigrations = {
  '0001-portable-shared': createShared,
  '0002-portable-tms': createTms,
  '0003-portable-julong': createJulong,
  '0004-portable-waste-sorting': createWasteSorting,
  '0005-portable-user-login': createUserLogin,
  '0006-portable-back-office': createBackOffice,
  '0007-portable-counts': createCounts,
  '0008-portable-search': createSearch,
  '0009-portable-audit': createAudit,
  '0010-portable-sessions': createSessions,
  '0011-portable-webhooks': { up: createWebhooks, down: dropWebhooks }
} satisfies Record<string, Migration>
