import * as operations from 'generated/sdk.gen'
import { client } from 'generated/client.gen'

export async function call({ operation, path, body }, baseUrl, auth) {
  client.setConfig({ baseUrl, auth })
  const { data, error, response } = await operations[operation]({ path, body })
  return { status: response.status, body: data ?? error ?? null }
}
