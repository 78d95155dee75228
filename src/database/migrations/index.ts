import type { Knex } from 'knex'
import { createAccountCounts } from './0009-account-counts.js'
import { createAccountSearch } from './0010-account-search.js'
import { createAudit } from './0007-audit.js'
import { createBackOffice } from './0005-back-office.js'
import { createImports } from './0008-imports.js'
import { createJulong } from './0003-julong.js'
import { createTaskCounts } from './0017-task-counts.js'
import { createTms } from './0002-tms.js'
import { createTokens } from './0001-tokens.js'
import { createUserLogin } from './0006-user-login.js'
import { createWasteSorting } from './0004-waste-sorting.js'
import { dropImports } from './0016-no-imports.js'
import { foldSearchTexts } from './0018-search-folding.js'
import { nameSharedSchema } from './0014-shared-schema.js'
import { partAudit } from './0015-audit-partitions.js'
import { partSearchTexts } from './0012-search-parts.js'
import { readCallersOnce } from './0011-callers.js'
import { shortenSearchPending } from './0013-search-pending.js'

/**
 * In the order in which they are applied. A released migration is never changed; a new one goes to the end. A name
 * without a schema stands for what is in the shared one.
 */
export const migrations = {
  '0001-tokens': createTokens,
  '0002-tms': createTms,
  '0003-julong': createJulong,
  '0004-waste-sorting': createWasteSorting,
  '0005-back-office': createBackOffice,
  '0006-user-login': createUserLogin,
  '0007-audit': createAudit,
  '0008-imports': createImports,
  '0009-account-counts': createAccountCounts,
  '0010-account-search': createAccountSearch,
  '0011-callers': readCallersOnce,
  '0012-search-parts': partSearchTexts,
  '0013-search-pending': shortenSearchPending,
  '0014-shared-schema': nameSharedSchema,
  '0015-audit-partitions': partAudit,
  '0016-no-imports': dropImports,
  '0017-task-counts': createTaskCounts,
  '0018-search-folding': foldSearchTexts
} satisfies Record<string, (db: Knex) => Promise<void>>

export type MigrationName = keyof typeof migrations
