import { join } from 'node:path'
import { installPython, runProgram } from './toolbox.js'

/** From PyPI, with its jar. */
export const OPENAPI_GENERATOR = 'openapi-generator-cli==7.26.0'

/** What every generator of it runs on. */
export const NEEDED = ['python3', 'java']

export const installOpenapiGenerator = (folder: string): Promise<void> => installPython(folder, OPENAPI_GENERATOR)

/** Generates a client, without tests and documentation. */
export async function runOpenapiGenerator(
  folder: string,
  generator: string,
  contract: string,
  output: string,
  more: string[] = []
): Promise<void> {
  const bare = ['apiTests', 'modelTests', 'apiDocs', 'modelDocs'].map((part) => `${part}=false`).join(',')
  const args = ['generate', '-g', generator, '-i', contract, '-o', output, '--global-property', bare, ...more]
  await runProgram(join(folder, 'bin/openapi-generator-cli'), args, { env: { JAVA_OPTS: '-Xmx700m' } })
}
