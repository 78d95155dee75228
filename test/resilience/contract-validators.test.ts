import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realmNames } from '../../src/config/realm-names.js'
import { runProgram } from '../../scripts/programs.js'
import { installOpenapiGenerator, runOpenapiGenerator } from '../../scripts/sdks/openapi-generator.js'
import { contractFile, installPython } from '../support/generators/toolbox.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

measuredTest('contracts: validators of other projects find nothing', async (): Promise<Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'quintet-validators-'))
  try {
    await installOpenapiGenerator()
    await installPython(folder, 'openapi-spec-validator==0.9.0')
    for (const api of realmNames) {
      const file = contractFile(api)
      await runProgram(join(folder, 'bin/openapi-spec-validator'), [file])
      const printed = await runOpenapiGenerator(['validate', '-i', file])
      if (/NULL_SCHEMA_ERR|Exception in thread/.test(printed)) throw new Error(printed)
    }
    const value = `${realmNames.length} of ${realmNames.length} contracts`
    return [
      { name: 'openapi-spec-validator', value },
      { name: 'OpenAPI Generator', value }
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
})
