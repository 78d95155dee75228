import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'

const sources = fileURLToPath(new URL('test/', packageRoot))
const compiled = fileURLToPath(new URL('dist/test/', packageRoot))

/**
 * The tests whose path below `test/` matches, and contains one of the wanted parts if there are any. Looks for the
 * sources, for `dist/` may still hold tests whose source is gone.
 */
export function findTests(paths: RegExp, wanted: string[]): string[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => paths.test(file))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .sort()
}

/** The compiled modules that run these tests, each in a process of its own. */
export function modulesOf(tests: string[]): string[] {
  return tests.map(compiledPath)
}

/**
 * Modules that run the tests of one folder each, one file after the other in one process: loading the server once saves
 * most of the time of a short test. The largest folder comes first. The modules are written to `place`.
 */
export function modulesOfFolders(tests: string[], place: string): string[] {
  const folders = new Map<string, string[]>()
  for (const test of tests) folders.set(dirname(test), [...(folders.get(dirname(test)) ?? []), test])
  return [...folders]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([folder, files]) => (files.length === 1 ? compiledPath(files[0]!) : writeModule(folder, files, place)))
}

/** A module in `place` that imports all of these tests. */
export function writeModule(name: string, tests: string[], place: string): string {
  const path = join(place, `${name.replaceAll('/', '-')}.mjs`)
  const imports = tests.map((test) => `import ${JSON.stringify(pathToFileURL(compiledPath(test)).href)}\n`)
  writeFileSync(path, imports.join(''))
  return path
}

function compiledPath(test: string): string {
  return join(compiled, test.replace(/\.ts$/, '.js'))
}
