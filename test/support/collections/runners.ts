import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../../src/config/package-root.js'
import { runProgram } from '../../../scripts/programs.js'

/** A response that a program reports: the name of its request, and its status. */
export interface Reported {
  name: string
  status: number
}

/** A program that sends the requests of a collection. */
export interface Runner {
  name: string
  /** Of the files that it reads, after the name of the API. */
  ending: string
  /** From npm. */
  package: string
  run(folder: string, file: string): Promise<Reported[]>
}

/** Installs the program once, and resolves with its folder. */
export async function install({ package: name }: Runner): Promise<string> {
  const folder = fileURLToPath(new URL(`node_modules/.cache/runners/${name.replaceAll('/', '-')}`, packageRoot))
  const installed = join(folder, 'installed')
  if (existsSync(installed)) return folder
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"private":true}')
  const args = ['install', '--silent', '--ignore-scripts', '--prefer-offline', name]
  await runProgram('npm', args, { cwd: folder })
  await writeFile(installed, '')
  return folder
}

const bin = (folder: string, name: string): string => join(folder, 'node_modules/.bin', name)

export const newman: Runner = {
  name: 'Newman 6.2',
  ending: '.postman_collection.json',
  package: 'newman@6.2.2',
  async run(folder, file) {
    const report = `${file}.report`
    await runProgram(bin(folder, 'newman'), ['run', file, '-r', 'json', '--reporter-json-export', report])
    const { run } = JSON.parse(await readFile(report, 'utf8')) as {
      run: { executions: { item: { name: string }; response: { code: number } }[] }
    }
    return run.executions.map(({ item, response }) => ({ name: item.name, status: response.code }))
  }
}

export const httpyac: Runner = {
  name: 'httpYac 6.16',
  ending: '.http',
  package: 'httpyac@6.16.7',
  async run(folder, file) {
    const printed = await runProgram(bin(folder, 'httpyac'), ['send', file, '--all', '--json'], { cwd: dirname(file) })
    const { requests } = JSON.parse(printed) as { requests: { title: string; response: { statusCode: number } }[] }
    return requests.map(({ title, response }) => ({ name: title, status: response.statusCode }))
  }
}

export const bruno: Runner = {
  name: 'Bruno 4.1',
  ending: '.bruno.json',
  package: '@usebruno/cli@4.1.0',
  async run(folder, file) {
    const collection = `${file}.folder`
    await mkdir(collection)
    const { createCollectionFromBrunoObject } = createRequire(join(folder, 'index.js'))(
      '@usebruno/cli/src/utils/collection'
    )
    await createCollectionFromBrunoObject(JSON.parse(await readFile(file, 'utf8')), collection)
    const report = `${file}.report`
    await runProgram(bin(folder, 'bru'), ['run', '--reporter-json', report], { cwd: collection })
    const [{ results }] = JSON.parse(await readFile(report, 'utf8')) as [
      { results: { name: string; response: { status: number } }[] }
    ]
    return results.map(({ name, response }) => ({ name, status: response.status }))
  }
}
