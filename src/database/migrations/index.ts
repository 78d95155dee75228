import { createShared } from './0001-shared.js'
import { createTms } from './0002-tms.js'
import { createJulong } from './0003-julong.js'
import { createWasteSorting } from './0004-waste-sorting.js'
import { createUserLogin } from './0005-user-login.js'
import { createBackOffice } from './0006-back-office.js'
import { createCounts } from './0007-counts.js'
import { createSearch } from './0008-search.js'
import { createAudit } from './0009-audit.js'
import { renumberJulongRights } from './0010-julong-rights.js'
import { findAuditNames } from './0011-audit-names.js'
import { makeRoleNamesUnique } from './0012-julong-role-names.js'
import { createGroups } from './0014-groups.js'
import { countAuditEntries } from './0015-audit-counts.js'
import { createSessions } from './0016-sessions.js'
import { createSecondFactors } from './0017-second-factor.js'
import { createWebhooks, dropWebhooks } from './0018-webhooks.js'
import { createTimelines, dropTimelines } from './0019-timelines.js'
import { narrowIds, widenIds } from './0020-ids.needs-0020.js'
import type { Migration } from './migration.js'

/**
 * In the order in which they are applied. From version 0.1.0 on a released migration is never changed: a change is a new
 * migration at the end, which keeps to docs/migrations.md. A name without a schema stands for what is in the shared one.
 */
export const migrations = {
  '0001-shared': createShared,
  '0002-tms': createTms,
  '0003-julong': createJulong,
  '0004-waste-sorting': createWasteSorting,
  '0005-user-login': createUserLogin,
  '0006-back-office': createBackOffice,
  '0007-counts': createCounts,
  '0008-search': createSearch,
  '0009-audit': createAudit,
  '0010-julong-rights': renumberJulongRights,
  '0011-audit-names': findAuditNames,
  '0012-julong-role-names': makeRoleNamesUnique,
  '0014-groups': createGroups,
  '0015-audit-counts': countAuditEntries,
  '0016-sessions': createSessions,
  '0017-second-factor': createSecondFactors,
  '0018-webhooks': { up: createWebhooks, down: dropWebhooks },
  '0019-timelines': { up: createTimelines, down: dropTimelines },
  '0020-ids.needs-0020': { up: widenIds, down: narrowIds }
} satisfies Record<string, Migration>

export type MigrationName = keyof typeof migrations
