import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../../../scripts/programs.js'
import { generateClient, installOpenapiGenerator, NEEDED } from '../../../scripts/sdks/openapi-generator.js'
import type { Generator } from './generator.js'
import { clientFile, installPython } from './toolbox.js'

/** Resolves with what prints the answers: the client's folder is where its modules are. */
const caller =
  (folder: string, output: string, client: string) =>
  (origin: string, scenario: string): Promise<string> =>
    runProgram(join(folder, 'bin/python'), [clientFile(client), origin, scenario], { env: { PYTHONPATH: output } })

export const openapiGeneratorPython: Generator = {
  name: 'OpenAPI Generator 7.26, Python',
  needs: NEEDED,
  async install(folder) {
    await installOpenapiGenerator()
    await installPython(folder, 'pydantic', 'python-dateutil', 'urllib3', 'typing-extensions', 'lazy-imports')
  },
  async generate(folder, contract, output) {
    await generateClient('python', contract, output)
    return caller(folder, output, 'openapi_generator.py')
  }
}

export const openapiPythonClient: Generator = {
  name: 'openapi-python-client 0.29, Python',
  needs: ['python3'],
  install: (folder) => installPython(folder, 'openapi-python-client==0.29.1', 'httpx', 'attrs', 'python-dateutil'),
  async generate(folder, contract, output) {
    await mkdir(output, { recursive: true })
    // It would format its output with a program that is not there.
    const config = join(output, 'plain.yaml')
    await writeFile(config, 'post_hooks: []\n')
    const args = ['generate', '--path', contract, '--output-path', join(output, 'generated'), '--meta', 'none']
    const printed = await runProgram(join(folder, 'bin/openapi-python-client'), [...args, '--config', config])
    if (/warning/i.test(printed)) throw new Error(printed)
    return caller(folder, output, 'openapi_python_client.py')
  }
}
