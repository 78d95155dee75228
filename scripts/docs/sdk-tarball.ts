import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'

/** The client package as `npm pack` makes it, for `npm install <address of the server>/docs/quintet-sdk.tgz`. */
export function sdkTarball(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-sdk-'))
  try {
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
    const printed = execFileSync('npm', args, {
      cwd: fileURLToPath(new URL('generated/sdk/', packageRoot)),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32'
    })
    const [{ filename }] = JSON.parse(printed) as [{ filename: string }]
    return readFileSync(join(folder, filename))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
