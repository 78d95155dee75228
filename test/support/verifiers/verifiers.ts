import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProgram } from '../../../scripts/programs.js'
import { packageRoot } from '../../../src/config/package-root.js'

/** How the sample of a language in `docs/verify-tokens.md` is installed and run. */
export interface Verifier {
  language: string
  /** Of its code block. */
  fence: string
  /** Programs on PATH that it takes. */
  needs: string[]
  /** Makes the programs ready in the folder, which has nothing yet. */
  install(folder: string, programs: string[]): Promise<void>
  /** Resolves with what the program prints for the token, and fails when it refuses it. */
  run(folder: string, index: number, token: string): Promise<string>
}

export const nodeVerifier: Verifier = {
  language: 'Node',
  fence: 'js',
  needs: [],
  async install(folder, programs) {
    await symlink(fileURLToPath(new URL('node_modules', packageRoot)), join(folder, 'node_modules'))
    await writeAll(programs, (index) => join(folder, `verify${index}.mjs`))
  },
  run: (folder, index, token) => runProgram(process.execPath, [join(folder, `verify${index}.mjs`), token])
}

export const pythonVerifier: Verifier = {
  language: 'Python',
  fence: 'python',
  needs: ['python3'],
  async install(folder, programs) {
    await runProgram('python3', ['-m', 'venv', folder])
    await runProgram(join(folder, 'bin/pip'), ['install', '--quiet', 'pyjwt[crypto]==2.15.1'])
    await writeAll(programs, (index) => join(folder, `verify${index}.py`))
  },
  run: (folder, index, token) => runProgram(join(folder, 'bin/python'), [join(folder, `verify${index}.py`), token])
}

export const goVerifier: Verifier = {
  language: 'Go',
  fence: 'go',
  needs: ['go'],
  async install(folder, programs) {
    const modules = ['github.com/golang-jwt/jwt/v5@v5.3.1', 'github.com/MicahParks/keyfunc/v3@v3.9.2']
    await Promise.all(programs.map((_, index) => mkdir(join(folder, `verify${index}`))))
    await writeAll(programs, (index) => join(folder, `verify${index}/main.go`))
    await writeFile(join(folder, 'go.mod'), 'module example.test/verify\n\ngo 1.23\n')
    await runProgram('go', ['get', ...modules], { cwd: folder })
    await mkdir(join(folder, 'bin'))
    await runProgram('go', ['build', '-o', 'bin/', './...'], { cwd: folder })
  },
  run: (folder, index, token) => runProgram(join(folder, `bin/verify${index}`), [token])
}

async function writeAll(programs: string[], pathOf: (index: number) => string): Promise<void> {
  await Promise.all(programs.map((program, index) => writeFile(pathOf(index), program)))
}
