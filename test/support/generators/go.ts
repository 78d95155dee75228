import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../../../scripts/programs.js'
import { generateClient, installOpenapiGenerator, NEEDED } from '../../../scripts/sdks/openapi-generator.js'
import type { Generator, Note } from './generator.js'
import { clientFile } from './toolbox.js'

interface Written {
  name: string
  note?: Note
  needs?: string[]
  install(folder: string): Promise<void>
  /** Modules that the generated code wants in one version. */
  modules?: string[]
  /** The hand-written part. */
  clients(contract: string): Promise<string[]>
  write(folder: string, contract: string, output: string): Promise<unknown>
}

/** A generator of Go, whose output is the package `generated`. */
function go({ needs = [], modules = [], clients, write, ...described }: Written): Generator {
  return {
    ...described,
    needs: ['go', ...needs],
    async generate(folder, contract, output) {
      await mkdir(join(output, 'generated'), { recursive: true })
      await write(folder, contract, join(output, 'generated'))
      for (const file of ['main.go', ...(await clients(contract))]) {
        await copyFile(clientFile(`go/${file}`), join(output, file))
      }
      await writeFile(join(output, 'go.mod'), 'module quintet.invalid/client\n\ngo 1.24\n')
      if (modules.length > 0) await runProgram('go', ['get', ...modules], { cwd: output })
      await runProgram('go', ['mod', 'tidy'], { cwd: output })
      await runProgram('go', ['build', '-o', 'client', '.'], { cwd: output })
      return (origin, scenario) => runProgram(join(output, 'client'), [origin, scenario])
    }
  }
}

const goInstall =
  (tool: string) =>
  async (folder: string): Promise<void> => {
    await runProgram('go', ['install', tool], { env: { GOBIN: join(folder, 'bin') } })
  }

export const oapiCodegen = go({
  name: 'oapi-codegen 2.8, Go',
  install: goInstall('github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2'),
  modules: ['github.com/oapi-codegen/runtime@v1.9.0'],
  clients: () => Promise.resolve(['oapi_codegen.go']),
  write(folder, contract, output) {
    const args = ['-generate', 'types,client', '-package', 'generated', '-o', join(output, 'client.go'), contract]
    return runProgram(join(folder, 'bin/oapi-codegen'), args)
  }
})

const OGEN = 'v1.25.0'

export const ogen = go({
  name: 'ogen 1.25, Go',
  install: goInstall(`github.com/ogen-go/ogen/cmd/ogen@${OGEN}`),
  modules: [`github.com/ogen-go/ogen@${OGEN}`],
  clients: async (contract) => [
    'ogen.go',
    ...((await readFile(contract, 'utf8')).includes('"apiKey"') ? ['ogen_bare.go'] : [])
  ],
  async write(folder, contract, output) {
    const config = join(output, 'ogen.yml')
    await writeFile(config, 'generator:\n  features:\n    enable: [paths/client]\n    disable_all: true\n')
    return runProgram(join(folder, 'bin/ogen'), [
      '--config',
      config,
      '--package',
      'generated',
      '--target',
      output,
      contract
    ])
  }
})

export const openapiGeneratorGo = go({
  name: 'OpenAPI Generator 7.26, Go',
  note: {
    en: 'It leaves an answer that is a bare JSON string as it came, with its quotes: the token of back-office.',
    zh: '它把裸 JSON 字符串的响应连同引号原样返回：back-office 的令牌。'
  },
  needs: NEEDED,
  install: installOpenapiGenerator,
  clients: () => Promise.resolve(['openapi_generator.go']),
  write: (_folder, contract, output) =>
    generateClient('go', contract, output, ['--additional-properties', 'packageName=generated,withGoMod=false'])
})
