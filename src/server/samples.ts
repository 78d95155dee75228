import { createAccount } from '../accounts/register.js'
import type { Samples } from '../accounts/samples.js'
import { apis } from '../apis/index.js'
import { realmNames, type RealmName } from '../config/realm-names.js'
import { realmContext, type Context } from './context.js'
import { DomainError } from '../domain-error.js'

/** The accounts that the document of the API prints, for development. */
export function sampleAccountsOf(name: RealmName): Samples['accounts'] {
  return apis[name].samples.accounts
}

/** Fills the realms that are still empty. Replicas that start together meet as `name-taken`, which is fine. */
export async function addSamples(context: Context): Promise<void> {
  for (const name of realmNames) await addSamplesOf(context, name)
}

async function addSamplesOf(context: Context, name: RealmName): Promise<void> {
  const { realm, samples } = apis[name]
  const { db } = context.database
  if ((await db(realm.table).first('id')) !== undefined) return
  await samples.prepare?.(db)
  for (const account of samples.accounts) {
    await createAccount(realmContext(context, realm), account).catch(ignoreTaken)
  }
}

function ignoreTaken(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'name-taken')) throw error
}
