import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../src/config/package-root.js'
import type { Document } from './redocly.js'
import { apiOf } from './revision.js'

interface Bundler {
  bundleContracts: (folder: string) => string[]
}

/** The contracts that redocly.yaml of the current folder names, bundled from the files there, by the name of their API. */
export async function contractsHere(): Promise<Map<string, Document>> {
  const { bundleContracts } = (await import(new URL('scripts/bundle.mjs', packageRoot).href)) as Bundler
  const folder = mkdtempSync(join(tmpdir(), 'quintet-diff-'))
  try {
    bundleContracts(folder)
    const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Document
    return new Map(readdirSync(folder).map((file) => [apiOf(file), read(file)]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
