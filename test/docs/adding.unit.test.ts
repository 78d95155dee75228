import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'
import { realmNames } from '../../src/config/realm-names.js'

const GUIDE = 'docs/adding.md'
const FOLDERS = ['src/', 'scripts/']
/** In the forms of paths and texts, of SQL and of identifiers. */
const NAMES = new RegExp(
  realmNames
    .flatMap((name) => [
      name,
      name.replaceAll('-', '_'),
      name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    ])
    .join('|'),
  'i'
)
const OWN = new RegExp(`^src/(apis|realms|console)/(${realmNames.join('|')})[/.]`)

const read = (file: string): string => readFileSync(new URL(file, packageRoot), 'utf8')

function filesThatNameAnApi(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(fileURLToPath(new URL(folder, packageRoot)), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(fileURLToPath(packageRoot).length))
      .map((file) => file.replaceAll('\\', '/').replace(/\/{2,}/g, '/'))
      .filter((file) => !OWN.test(file) && NAMES.test(read(file)))
  )
}

describe(GUIDE, () => {
  it('lists the files outside the folders of an API that name one', () => {
    const guide = read(GUIDE).slice(read(GUIDE).indexOf('These tables list all APIs'))
    const listed = [...guide.matchAll(/^(?:- \[ \]|\|) `((?:src|scripts)\/[^`]+)`/gm)].map(([, file = '']) => file)
    const found = filesThatNameAnApi()
    const isListed = (file: string): boolean =>
      listed.some((one) => file === one || (one.endsWith('/') && file.startsWith(one)))
    assert.deepEqual(
      found.filter((file) => !isListed(file)),
      [],
      'move what names an API to its folder or realm'
    )
    assert.deepEqual(
      listed.filter((one) => !found.some((file) => file === one || file.startsWith(one))),
      [],
      'no longer name an API'
    )
  })
})
