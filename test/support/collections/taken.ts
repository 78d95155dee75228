import assert from 'node:assert/strict'
import { collectionOf } from '../../../scripts/collections/collection.js'
import type { CollectedRequest } from '../../../scripts/collections/model.js'
import { readNotes } from '../../../scripts/collections/notes.js'
import { RUN } from '../../../scripts/collections/script.js'
import { documentedApi } from '../../../scripts/docs/operations.js'
import type { RealmName } from '../../../src/config/realm-names.js'
import { readContract } from '../../../src/http/contract.js'
import { sampleAccountsOf } from '../../../src/server/samples.js'
import type { Client } from '../client.js'
import { valueAt } from '../value-at.js'

/** A collection whose names end in this text in each run. */
export function withNames(collection: string, run: string): string {
  assert.ok(collection.includes(RUN))
  return collection.replaceAll(RUN, `'${run}'`)
}

/** Creates all that the collection of `withNames` creates under a name. */
export async function takeNames(name: RealmName, client: Client, run: string): Promise<void> {
  const [account] = sampleAccountsOf(name)
  assert.ok(account)
  const { settings, requests } = collectionOf(documentedApi(name, readContract(name)), '', readNotes(name), account)
  const values: Record<string, string> = { ...settings, run }
  const send = async ({ method, path, json, form }: CollectedRequest): Promise<unknown> => {
    const fill = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? ''))
    const body =
      form === undefined ? { json: fill(json) } : { form: fill(Object.fromEntries(form)) as Record<string, string> }
    const answer = await client.request(method, path, { token: values.token, ...body })
    assert.ok(answer.status < 300, path)
    return answer.body
  }
  const [login, ...others] = requests
  assert.ok(login)
  values.token = String(valueAt(await send(login), login.saves.token as string))
  for (const one of others) {
    if (one.method === 'POST' && JSON.stringify(one.json ?? '').includes('{{run}}')) await send(one)
  }
}
