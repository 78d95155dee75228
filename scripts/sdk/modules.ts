import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { transformSync, type Format, type TransformResult } from 'esbuild'

const TS_OPTIONS = JSON.stringify({ compilerOptions: { useDefineForClassFields: false, verbatimModuleSyntax: true } })

/**
 * Writes a module of TypeScript as `<name>.js`, in ES2018 with source maps: as CommonJS in `out`, where tools look that know
 * no `exports`, and as ES module in its folder `esm`. A module of types alone has no code to write.
 */
export function writeModule(out: string, name: string, source: string): void {
  const esm = transform(name, source, 'esm')
  if (esm.code === '') return
  write(`${out}/esm/${name}.js`, esm)
  write(`${out}/${name}.js`, transform(name, source, 'cjs'))
}

/** Writes declarations as `<name>.d.ts`; those of ES modules are the same. */
export function writeDeclarations(out: string, name: string, declarations: string): void {
  writeFileSync(`${out}/${name}.d.ts`, declarations)
  writeFileSync(`${out}/esm/${name}.d.ts`, `export * from '../${name}.js'\n`)
}

function transform(name: string, source: string, format: Format): TransformResult {
  return transformSync(source, {
    loader: 'ts',
    format,
    platform: 'node',
    target: 'es2018',
    charset: 'utf8',
    sourcemap: 'external',
    sourcefile: `${name.replace(/^.*\//, '')}.ts`,
    tsconfigRaw: TS_OPTIONS
  })
}

function write(file: string, { code, map }: TransformResult): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${code}//# sourceMappingURL=${file.replace(/^.*\//, '')}.map\n`)
  writeFileSync(`${file}.map`, map)
}
