import { writeFile } from 'node:fs/promises'
import { format } from 'prettier'
import { packageRoot } from '../../../src/config/package-root.js'
import { realmNames } from '../../../src/config/realm-names.js'
import type { Note } from './generator.js'

/** What became of a generator: the errors of the APIs whose clients failed. */
export interface Result {
  name: string
  note?: Note
  errors: Record<string, string>
}

const PAGES = {
  en: {
    path: 'docs/generators.md',
    words: { passes: 'passes', fails: 'fails', colon: ': ' },
    introduction: `# Clients of other generators

[中文](generators.zh-CN.md)

Made by \`npm run test:resilience -- generators\`. A client passes when it is generated from the bundled contract, compiles and is
imported, and then logs in, reads, writes and reads a refusal from a server, each with the right status and values.`
  },
  zh: {
    path: 'docs/generators.zh-CN.md',
    words: { passes: '通过', fails: '失败', colon: '：' },
    introduction: `# 其他生成器的客户端

[English](generators.md)

本页由 \`npm run test:resilience -- generators\` 写出。从打包的契约生成的客户端能够编译和导入，并对着服务器登录、读取、写入、读取一次拒绝，每次的状态码
和值都正确，才算通过。`
  }
}

/** Writes docs/generators.md and its Chinese twin. */
export async function writeTable(results: Result[]): Promise<void> {
  for (const language of ['en', 'zh'] as const) {
    const { path, introduction } = PAGES[language]
    const text = `${introduction}\n\n${tableOf(results, language)}\n\n${notesOf(results, language)}\n`
    await writeFile(new URL(path, packageRoot), await format(text, { parser: 'markdown', printWidth: 132 }))
  }
}

function tableOf(results: Result[], language: keyof typeof PAGES): string {
  const { passes, fails } = PAGES[language].words
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`
  const rows = results.map(({ name, errors }) =>
    row([name, ...realmNames.map((api) => (api in errors ? fails : passes))])
  )
  return [row(['', ...realmNames]), row(['', ...realmNames].map(() => '---')), ...rows].join('\n')
}

function notesOf(results: Result[], language: keyof typeof PAGES): string {
  const { colon } = PAGES[language].words
  return results
    .flatMap(({ name, note }) => (note === undefined ? [] : [`- ${name}${colon}${note[language]}`]))
    .join('\n')
}
