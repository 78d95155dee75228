import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Generator } from './generator.js'
import { clientFile, runProgram } from './toolbox.js'

export const oapiCodegen: Generator = {
  name: 'oapi-codegen 2.8, Go',
  needs: ['go'],
  async install(folder) {
    const tool = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2'
    await runProgram('go', ['install', tool], { env: { GOBIN: join(folder, 'bin') } })
  },
  async generate(folder, contract, output) {
    await mkdir(join(output, 'generated'), { recursive: true })
    const made = join(output, 'generated/client.go')
    const args = ['-generate', 'types,client', '-package', 'generated', '-o', made, contract]
    await runProgram(join(folder, 'bin/oapi-codegen'), args)
    await copyFile(clientFile('oapi-codegen.go'), join(output, 'main.go'))
    await writeFile(join(output, 'go.mod'), 'module quintet.invalid/client\n\ngo 1.24\n')
    await runProgram('go', ['get', 'github.com/oapi-codegen/runtime@v1.9.0'], { cwd: output })
    await runProgram('go', ['mod', 'tidy'], { cwd: output })
    await runProgram('go', ['build', '-o', 'client', '.'], { cwd: output })
    return (origin, scenario) => runProgram(join(output, 'client'), [origin, scenario])
  }
}
