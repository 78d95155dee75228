import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../../../scripts/programs.js'
import { generateClient, installOpenapiGenerator, NEEDED } from '../../../scripts/sdks/openapi-generator.js'
import type { Generator } from './generator.js'
import { clientFile } from './toolbox.js'

export const openapiGeneratorJava: Generator = {
  name: 'OpenAPI Generator 7.26, Java (native)',
  needs: [...NEEDED, 'javac', 'mvn'],
  install: installOpenapiGenerator,
  async generate(folder, contract, output) {
    await generateClient('java', contract, output, ['--library', 'native'])
    const sources = join(output, 'src/main/java')
    await copyFile(clientFile('Caller.java'), join(sources, 'Caller.java'))
    const jars = join(folder, 'jars')
    // All five clients depend on the same.
    if (!existsSync(jars)) {
      const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${jars}`]
      await runProgram('mvn', ['-q', '-B', ...copy], { cwd: output })
    }
    const classes = join(output, 'classes')
    await mkdir(classes)
    const files = (await readdir(sources, { recursive: true })).filter((file) => file.endsWith('.java'))
    await runProgram('javac', ['-cp', join(jars, '*'), '-d', classes, ...files], { cwd: sources })
    const path = `${classes}:${join(jars, '*')}`
    return (origin, scenario) => runProgram('java', ['-cp', path, 'Caller', origin, scenario])
  }
}
