import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** The folder of a site under construction. */
export interface Output {
  /** Writes a file beside its compressed forms. */
  write(path: string, content: string): void
  /** Writes a file that is compressed already. */
  writeBinary(path: string, content: Buffer): void
  /** Writes a file whose name tells its content, `assets/<name>.<hash>.<ext>`, and returns that path. */
  writeAsset(name: string, content: string): string
  /** Writes a file whose path tells its content, unless an earlier build did. */
  writeHashed(path: string, content: string): void
  /** Removes what earlier builds left. */
  removeOthers(): void
}

export function openOutput(folder: string): Output {
  const written = new Set<string>()
  const write = (path: string, content: string): void => {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
    writeFileSync(`${target}.br`, brotliCompressSync(content))
    writeFileSync(`${target}.gz`, gzipSync(content, { level: 9 }))
    keep(path)
  }
  const keep = (path: string): void => {
    for (const ending of ['', '.br', '.gz']) written.add(path + ending)
  }
  // Compressing is slow.
  const writeHashed = (path: string, content: string): void =>
    existsSync(join(folder, `${path}.gz`)) ? keep(path) : write(path, content)
  return {
    write,
    writeBinary(path, content) {
      writeFileSync(join(folder, path), content)
      written.add(path)
    },
    writeHashed,
    writeAsset(name, content) {
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
      const extension = extname(name)
      const path = `assets/${basename(name, extension)}.${hash}${extension}`
      writeHashed(path, content)
      return path
    },
    removeOthers() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name)
        if (entry.isFile() && !written.has(relative(folder, path))) rmSync(path)
      }
    }
  }
}
