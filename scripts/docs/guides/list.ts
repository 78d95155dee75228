import { readFileSync } from 'node:fs'
import { packageRoot } from '../../../src/config/package-root.js'
import type { Language } from '../language.js'

/** A Markdown file of the repository that is a page of the site too, in one or two languages. */
export interface Guide {
  slug: string
  group: Group
  /** How the list of guides calls it. */
  label: Record<Language, string>
  /** Paths in the repository. */
  files: Partial<Record<Language, string>>
}

export type Group = 'use' | 'run'

export const GROUPS: Record<Group, Record<Language, string>> = {
  use: { zh: '调用 API', en: 'Using the APIs' },
  run: { zh: '运行服务器', en: 'Running the server' }
}

const inBoth = (slug: string, group: Group, zh: string, en: string, file = `docs/${slug}.md`): Guide => ({
  slug,
  group,
  label: { zh, en },
  files: { zh: `docs/${slug}.zh-CN.md`, en: file }
})

const inEnglish = (slug: string, group: Group, file: string, zh: string, en: string): Guide => ({
  slug,
  group,
  label: { zh: `${zh}（英文）`, en },
  files: { en: file }
})

export const guides: Guide[] = [
  inBoth('getting-started', 'use', '快速开始', 'Getting started'),
  inBoth('errors', 'use', '令牌与错误', 'Tokens and errors'),
  inBoth('verify-tokens', 'use', '在其他服务中验证令牌', 'Verify tokens elsewhere'),
  inBoth('webhooks', 'use', 'Webhook', 'Webhooks'),
  inBoth('client', 'use', '客户端包', 'Client package'),
  inBoth('sdk', 'use', '客户端包手册', 'Manual of the client package', 'src/sdk/README.md'),
  inBoth('other-languages', 'use', '其他语言', 'Other languages'),
  inBoth('generators', 'use', '经过测试的生成器', 'Tested generators'),
  inBoth('collections', 'use', 'Postman、Bruno、Apifox', 'Postman, Bruno, Apifox'),
  inBoth('mock', 'use', '模拟服务器', 'The mock'),
  inBoth('versions', 'use', '版本与弃用', 'Versions and deprecations'),
  inEnglish('changelog', 'use', 'CHANGELOG.md', '变更记录', 'Changelog'),
  inBoth('configuration', 'run', '配置', 'Configuration'),
  inBoth('operation', 'run', '运维', 'Operation'),
  inBoth('scaling', 'run', '扩展', 'Scaling'),
  inBoth('deployment', 'run', '部署', 'Deployment'),
  inBoth('engines', 'run', '数据库引擎', 'Database engines'),
  inBoth('observability', 'run', '可观测性', 'Observability'),
  inBoth('contracts', 'run', '契约', 'Contracts')
]

/** The language in which a guide is shown on the pages of `wanted`: the other one where it has no text in that. */
export function languageOf({ files }: Guide, wanted: Language): Language {
  if (files[wanted] !== undefined) return wanted
  return wanted === 'zh' ? 'en' : 'zh'
}

/** The folder of its page below `docs/`. The Chinese page is above the English one; a single page is above none. */
export function folderOf(guide: Guide, wanted: Language): string {
  const isBelow = languageOf(guide, wanted) === 'en' && guide.files.zh !== undefined
  return `guides/${guide.slug}/${isBelow ? 'en/' : ''}`
}

export function readGuide(file: string): string {
  return readFileSync(new URL(file, packageRoot), 'utf8')
}
