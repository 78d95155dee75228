import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'
import { lacking, runProgram } from '../programs.js'
import { peersFolder } from './peers-folder.js'

type Command = [program: string, ...args: string[]]

/** How a peer is built in its folder; `output` is where to. */
interface Recipe {
  title: string
  program: string
  build(output: string): Command[]
  start(output: string, source: string): Command
  /** They print names and versions of what it is made with, one a line. */
  list(output: string): Command[]
}

const PIP = ['-m', 'pip', '--quiet', '--disable-pip-version-check']
const DIRECT = '{{if not (or .Indirect .Main)}}{{.Path}} {{.Version}}{{end}}'
const PYTHON_VERSIONS = `
import platform
from importlib.metadata import version
print('Python', platform.python_version())
for name in ['fastapi', 'uvicorn', 'asyncpg', 'PyJWT']: print(name, version(name))`

const recipes = {
  go: {
    title: 'Go net/http + pgx',
    program: 'go',
    build: (output) => [['go', 'build', '-o', output, '.']],
    start: (output) => [output],
    list: () => [
      ['go', 'env', 'GOVERSION'],
      ['go', 'list', '-m', '-f', DIRECT, 'all']
    ]
  },
  rust: {
    title: 'Rust axum + tokio-postgres',
    program: 'cargo',
    build: (output) => [['cargo', 'build', '--release', '--locked', '--target-dir', output]],
    start: (output) => [join(output, 'release/quintet-bench-peer')],
    list: () => [
      ['rustc', '--version'],
      ['cargo', 'tree', '--locked', '--depth', '1', '--prefix', 'none']
    ]
  },
  fastapi: {
    title: 'FastAPI + asyncpg',
    program: 'python3',
    build: (output) => [
      ['python3', '-m', 'venv', output],
      [join(output, 'bin/python'), ...PIP, 'install', '--requirement', 'requirements.txt']
    ],
    start: (output, source) => [join(output, 'bin/python'), join(source, 'main.py')],
    list: (output) => [[join(output, 'bin/python'), '-c', PYTHON_VERSIONS]]
  }
} satisfies Record<string, Recipe>

/** Peers in other languages than JavaScript, each in the folder of its name. */
export type ForeignPeer = keyof typeof recipes

export interface BuiltPeer {
  title: string
  command: Command
}

export interface BuiltPeers {
  peers: Partial<Record<ForeignPeer, BuiltPeer>>
  /** Names and versions of what each is made with. */
  versions: string[]
  /** Those that could not be built, with the reason. */
  leftOut: string[]
}

/** Builds them in `dist/peers`, those whose toolchain is there. */
export async function buildForeignPeers(): Promise<BuiltPeers> {
  const built: BuiltPeers = { peers: {}, versions: [], leftOut: [] }
  for (const [name, recipe] of Object.entries(recipes)) {
    const { title, program } = recipe
    if (lacking([program]).length > 0) {
      built.leftOut.push(`${title}: \`${program}\` is not installed`)
      continue
    }
    try {
      const { command, versions } = await build(name, recipe)
      built.peers[name as ForeignPeer] = { title, command }
      built.versions.push(versions)
    } catch (error) {
      console.warn(error)
      built.leftOut.push(`${title}: \`${program}\` could not build it`)
    }
  }
  return built
}

async function build(name: string, recipe: Recipe): Promise<{ command: Command; versions: string }> {
  const cwd = join(peersFolder, name)
  const output = fileURLToPath(new URL(`dist/peers/${name}`, packageRoot))
  for (const [program, ...args] of recipe.build(output)) await runProgram(program, args, { cwd })
  const lines: string[] = []
  for (const [program, ...args] of recipe.list(output)) {
    lines.push(...(await runProgram(program, args, { cwd })).split('\n'))
  }
  // Cargo prints the peer itself first.
  const versions = lines.filter((line) => line !== '' && !line.includes(cwd)).join(', ')
  return { command: recipe.start(output, cwd), versions }
}
