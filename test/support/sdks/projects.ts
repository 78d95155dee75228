import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../../../scripts/programs.js'

/** How a client package is installed in an empty project, and how a program of its README runs there. */
export interface Project {
  /** Of the code blocks that are programs. */
  fence: string
  /** Programs on PATH that it takes. */
  needs: string[]
  /** Installs the package in the project's folder, which has nothing yet, with these programs. */
  install(folder: string, sdk: string, programs: string[]): Promise<void>
  /** Resolves with what the program prints. */
  run(folder: string, index: number, program: string): Promise<string>
}

export const pythonProject: Project = {
  fence: 'python',
  needs: ['python3'],
  async install(folder, sdk) {
    await runProgram('python3', ['-m', 'venv', folder])
    await runProgram(join(folder, 'bin/pip'), ['install', '--quiet', sdk])
  },
  async run(folder, index, program) {
    const file = join(folder, `example_${index}.py`)
    await writeFile(file, program)
    return runProgram(join(folder, 'bin/python'), [file])
  }
}

export const goProject: Project = {
  fence: 'go',
  needs: ['go'],
  async install(folder, sdk, programs) {
    for (const [index, program] of programs.entries()) {
      await mkdir(join(folder, `example${index}`), { recursive: true })
      await writeFile(join(folder, `example${index}/main.go`), program)
    }
    await writeFile(join(folder, 'go.mod'), 'module example.test/consumer\n\ngo 1.23\n')
    await runProgram('go', ['mod', 'edit', '-replace', `quintet.invalid/sdk=${sdk}`], { cwd: folder })
    const [, module = ''] = /go get (\S+)/.exec(await readFile(join(sdk, 'README.md'), 'utf8')) ?? []
    await runProgram('go', ['get', module], { cwd: folder })
  },
  run: (folder, index) => runProgram('go', ['run', `./example${index}`], { cwd: folder })
}

export const javaProject: Project = {
  fence: 'java',
  needs: ['mvn', 'javac'],
  async install(folder, sdk, programs) {
    await runProgram('mvn', ['-q', '-B', 'install', '-f', sdk])
    const sources = join(folder, 'src/main/java')
    await mkdir(sources, { recursive: true })
    for (const program of programs) await writeFile(join(sources, `${classOf(program)}.java`), program)
    const [dependency = ''] =
      /<dependency>[^]*?<\/dependency>/.exec(await readFile(join(sdk, 'README.md'), 'utf8')) ?? []
    await writeFile(join(folder, 'pom.xml'), pom(dependency))
    await runProgram('mvn', ['-q', '-B', 'compile', 'dependency:copy-dependencies'], { cwd: folder })
  },
  run: (folder, _, program) =>
    runProgram('java', ['-cp', 'target/classes:target/dependency/*', classOf(program)], {
      cwd: folder,
      env: { LC_ALL: 'C.UTF-8' }
    })
}

const classOf = (program: string): string => /public class (\w+)/.exec(program)![1]!

const pom = (dependency: string): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>example</groupId>
    <artifactId>consumer</artifactId>
    <version>1</version>
    <properties>
        <maven.compiler.source>11</maven.compiler.source>
        <maven.compiler.target>11</maven.compiler.target>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    </properties>
    <dependencies>${dependency}</dependencies>
</project>
`
