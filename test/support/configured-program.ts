import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { acceptsConnections } from './ports.js'

/** A program with files in a folder of its own, which goes when it is ended. */
export interface ConfiguredProgram {
  end(): Promise<void>
}

export interface Configuration {
  /** Contents by the name of the file; `FOLDER` in them becomes the folder. */
  files: Record<string, string>
  /** `FOLDER` in them too. */
  args: string[]
  /** The port of loopback that it opens. */
  port: number
  user?: { uid?: number; gid?: number }
}

const ATTEMPTS = 300
const INTERVAL_MS = 50

/** Starts it and resolves when it takes connections; throws with its output when it does not. */
export async function startConfigured(name: string, configuration: Configuration): Promise<ConfiguredProgram> {
  if (spawnSync(name, ['-v']).error !== undefined) throw new Error(`${name} is not here; install ${name}`)
  const { files, args, port, user = {} } = configuration
  const folder = mkdtempSync(join(tmpdir(), 'quintet-configured-'))
  const complete = (text: string): string => text.replaceAll('FOLDER', folder)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), complete(text))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid)
  const child = spawn(name, args.map(complete), { ...user, env: { PATH: process.env.PATH, HOME: folder } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  async function end(): Promise<void> {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }

  for (let attempt = 1; !(await acceptsConnections(port)); attempt += 1) {
    if (attempt === ATTEMPTS || child.exitCode !== null) {
      await end()
      throw new Error(`${name} takes no connections: ${output}`)
    }
    await delay(INTERVAL_MS)
  }
  return { end }
}
