import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { bundleContracts } from './bundle.mjs'
import { writeLimits } from './limits.mjs'
import { writeRights } from './rights.mjs'
import { writeTypes } from './types.mjs'

/*
 * Makes generated/ from openapi/: per API the bundled contract (json), its types (ts), the limits of its request bodies
 * (limits/) and the rights that its operations need (rights/), and in sdk/ the client package.
 * All of it is made in a folder beside it first: where anything fails, generated/ stays as it is.
 */
const NEW = 'generated.new'
const OLD = 'generated.old'

try {
  rmSync(NEW, { recursive: true, force: true })
  const apis = bundleContracts(NEW)
  for (const api of apis) {
    await writeTypes(NEW, api)
    writeLimits(NEW, api)
    writeRights(NEW, api)
  }
  await writeSdk(apis)
  replace()
} catch (error) {
  console.error(`${error.message.trim()}\n\ngenerated/ stays as it was.`)
  process.exitCode = 1
} finally {
  rmSync(NEW, { recursive: true, force: true })
}

/** The rest of the project may not compile yet: what the contracts have new is not handled. @param {string[]} apis */
async function writeSdk(apis) {
  const tsc = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'))
  const { status } = spawnSync(process.execPath, [tsc, '--build', '--force', 'src/sdk'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('src/sdk does not compile')
  const outfile = 'dist/write-sdk.mjs'
  const packages = 'external'
  await build({
    entryPoints: ['scripts/sdk/write.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    packages,
    format: 'esm'
  })
  const { writePackage } = await import(pathToFileURL(outfile).href)
  writePackage(NEW, apis)
}

function replace() {
  rmSync(OLD, { recursive: true, force: true })
  if (existsSync('generated')) renameSync('generated', OLD)
  renameSync(NEW, 'generated')
  rmSync(OLD, { recursive: true, force: true })
}
