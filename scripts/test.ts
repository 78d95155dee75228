import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createTemplate } from '../test/support/database.js'

/*
 * Runs the compiled tests: those whose path contains one of the arguments, or all. Makes the template database first,
 * on PostgreSQL when DATABASE_URL names one, else on the embedded database.
 */
const root = new URL('../test', import.meta.url).pathname
const wanted = process.argv.slice(2)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.js'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .map((file) => join(root, file))
if (files.length === 0) throw new Error(`no test matches ${wanted.join(' ')}`)

const template = await createTemplate()
try {
  process.exitCode = await runTests(files, template.name)
} finally {
  await template.remove()
}

function runTests(paths: string[], templateName: string): Promise<number> {
  const options = [
    '--enable-source-maps',
    '--test',
    `--test-concurrency=${availableParallelism()}`,
    '--test-reporter=spec'
  ]
  const child = spawn(process.execPath, [...options, ...paths], {
    stdio: 'inherit',
    env: { ...process.env, TEST_TEMPLATE: templateName }
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
