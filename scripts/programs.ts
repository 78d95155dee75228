import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const LIMIT_MS = 10 * 60_000
const LARGEST_OUTPUT = 64 * 1024 * 1024

/** Programs on PATH that are not here. */
export function lacking(programs: string[]): string[] {
  return [...new Set(programs)].filter(
    (program) => !(process.env.PATH ?? '').split(delimiter).some((folder) => isHere(folder, program))
  )
}

function isHere(folder: string, program: string): boolean {
  try {
    accessSync(join(folder, program), constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Runs a program; resolves with what it prints, and fails with that when it fails. */
export async function runProgram(
  program: string,
  args: string[],
  { cwd, env }: { cwd?: string; env?: Record<string, string> } = {}
): Promise<string> {
  const options = { timeout: LIMIT_MS, maxBuffer: LARGEST_OUTPUT, cwd, env: { ...process.env, ...env } }
  try {
    const { stdout } = await run(program, args, options)
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${program} ${args.join(' ')}\n${stdout.slice(-4000)}${stderr.slice(-4000)}`, { cause: error })
  }
}
