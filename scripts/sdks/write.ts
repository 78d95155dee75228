import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'
import { realmNames } from '../../src/config/realm-names.js'
import type { Language } from './language.js'
import { generateClient } from './openapi-generator.js'

const DESCRIPTION = 'Clients of the five HTTP APIs of Quintet'

const inProject = (path: string): string => fileURLToPath(new URL(path, packageRoot))

/** Makes the client package of a language anew, `dist/sdk-<language>`, and resolves with its folder. */
export async function writeSdk(language: Language): Promise<string> {
  const { name, extension, sources, manifests } = language
  const folder = inProject(`dist/sdk-${name}`)
  const made = await mkdtemp(join(tmpdir(), 'quintet-sdk-'))
  try {
    await rm(folder, { recursive: true, force: true })
    const { version } = JSON.parse(await readFile(inProject('package.json'), 'utf8')) as { version: string }
    for (const api of realmNames) {
      await generate(language, api, version, join(made, api))
      const { from, to } = sources(api)
      await copyFiles(join(made, api, from), join(folder, to), extension)
    }
    const texts = await manifests(join(made, realmNames[0]), { version, description: DESCRIPTION })
    for (const [path, text] of Object.entries(texts)) await writeFile(join(folder, path), text)
    const readme = await readFile(inProject(`scripts/sdks/${name}/README.md`), 'utf8')
    await writeFile(join(folder, 'README.md'), readme.replace('@VERSION@', version))
    await copyFile(inProject('LICENSE'), join(folder, 'LICENSE'))
  } finally {
    await rm(made, { recursive: true })
  }
  return folder
}

async function generate({ name, properties }: Language, api: string, version: string, output: string): Promise<void> {
  const pairs = Object.entries({ packageVersion: version, ...properties(api) }).map(([key, value]) => `${key}=${value}`)
  await generateClient(name, inProject(`generated/${api}.json`), output, [
    '--additional-properties',
    pairs.join(','),
    '--http-user-agent',
    `quintet-sdk-${name}/${version}`
  ])
}

/** Copies the files with this extension, in folders too. */
async function copyFiles(from: string, to: string, extension: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile() && extname(one.name) === extension)) {
    const source = join(entry.parentPath, entry.name)
    const target = join(to, relative(from, source))
    await mkdir(dirname(target), { recursive: true })
    await copyFile(source, target)
  }
}
