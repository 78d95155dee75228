import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
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
  run(folder: string, file: string): Promise<Run>
}

/** The program's exit is a failure, or not; the responses leave out requests that it did not send. */
export interface Run {
  failed: boolean
  responses: Reported[]
}

async function execute(program: string, args: string[], cwd: string): Promise<{ failed: boolean; printed: string }> {
  try {
    return { failed: false, printed: await runProgram(program, args, { cwd }) }
  } catch (error) {
    const { code, stdout } = (error as { cause: { code?: unknown; stdout: string } }).cause
    if (typeof code !== 'number') throw error
    return { failed: true, printed: stdout }
  }
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

function sent(reported: [name: string, status: unknown][]): Reported[] {
  return reported.flatMap(([name, status]) => (typeof status === 'number' ? [{ name, status }] : []))
}

const bin = (folder: string, name: string): string => join(folder, 'node_modules/.bin', name)

export const newman: Runner = {
  name: 'Newman 6.2',
  ending: '.postman_collection.json',
  package: 'newman@6.2.2',
  async run(folder, file) {
    const report = `${file}.report`
    const args = ['run', file, '-r', 'json', '--reporter-json-export', report]
    const { failed } = await execute(bin(folder, 'newman'), args, dirname(file))
    const { run } = JSON.parse(await readFile(report, 'utf8')) as {
      run: { executions: { item: { name: string }; response?: { code: number } }[] }
    }
    return { failed, responses: sent(run.executions.map(({ item, response }) => [item.name, response?.code])) }
  }
}

export const httpyac: Runner = {
  name: 'httpYac 6.16',
  ending: '.http',
  package: 'httpyac@6.16.7',
  async run(folder, file) {
    const args = ['send', file, '--all', '--json']
    const { failed, printed } = await execute(bin(folder, 'httpyac'), args, dirname(file))
    const { requests } = JSON.parse(printed) as { requests: { title: string; response?: { statusCode: number } }[] }
    return { failed, responses: sent(requests.map(({ title, response }) => [title, response?.statusCode])) }
  }
}

export const bruno: Runner = {
  name: 'Bruno 4.1',
  ending: '.bruno.json',
  package: '@usebruno/cli@4.1.0',
  async run(folder, file) {
    const collection = `${file}.folder`
    await rm(collection, { recursive: true, force: true })
    await mkdir(collection)
    const { createCollectionFromBrunoObject } = createRequire(join(folder, 'index.js'))(
      '@usebruno/cli/src/utils/collection'
    )
    await createCollectionFromBrunoObject(JSON.parse(await readFile(file, 'utf8')), collection)
    const report = `${file}.report`
    const { failed } = await execute(bin(folder, 'bru'), ['run', '--reporter-json', report], collection)
    const [{ results }] = JSON.parse(await readFile(report, 'utf8')) as [
      { results: { name: string; response: { status: number | string | null } }[] }
    ]
    return { failed, responses: sent(results.map(({ name, response }) => [name, response.status])) }
  }
}
