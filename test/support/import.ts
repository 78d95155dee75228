import type { RealmName } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { importAccounts, type ImportOptions, type ImportResult } from '../../src/import-export/import.js'
import type { TestServer } from './server.js'

const OPTIONS: ImportOptions = { createRoles: false, rolesByNumber: false, dryRun: false }

/** Imports these accounts, each on a line of its own from 1. `reasons` says what is wrong with which line. */
export async function bring(
  server: Pick<TestServer, 'context'>,
  realm: RealmName,
  accounts: Record<string, unknown>[],
  options: Partial<ImportOptions> = {}
): Promise<ImportResult & { reasons: string[] }> {
  const reasons: string[] = []
  async function* records() {
    for (const [index, value] of accounts.entries()) yield { line: index + 1, value }
  }
  const events = {
    wrongLine: (line: number, reason: string) => void reasons.push(`${line}: ${reason}`),
    leftOut: () => {},
    progress: () => {}
  }
  const context = realmContext(server.context, realmNamed(realm))
  return { ...(await importAccounts(context, records(), { ...OPTIONS, ...options }, events)), reasons }
}
