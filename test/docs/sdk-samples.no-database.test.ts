import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { documentedApi } from '../../scripts/docs/operations.js'
import { sdkSample } from '../../scripts/docs/sdk.js'
import { realmNames } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import { compile, createProject, NODE } from '../sdk/project.js'

describe('the samples of the documentation', async () => {
  const project = await createProject()
  after(() => project.remove())

  it('compile with the client package, for every operation', async () => {
    for (const name of realmNames) {
      const api = documentedApi(name, readContract(name))
      for (const operation of api.operations) {
        const file = join(project.folder, `${name}-${operation.operationId}.ts`)
        await writeFile(file, sdkSample(api, operation))
      }
    }
    await compile(project, NODE)
  })
})
