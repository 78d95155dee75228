/** A language of the site. The first one is that of the reference, too. */
export type Language = 'zh' | 'en'

/** As HTML names them. */
export const LANG: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** Labels round the content of a page. */
export const labels = {
  zh: {
    site: '接口文档',
    guides: '指南',
    reference: '文档',
    tryOut: '在线调试',
    views: '视图',
    allGuides: '全部指南',
    onThisPage: '本页内容',
    search: '搜索',
    theme: '配色',
    bySystem: '跟随系统',
    light: '浅色',
    dark: '深色',
    otherLanguage: 'English',
    skip: '跳到正文',
    table: '表格'
  },
  en: {
    site: 'API documentation',
    guides: 'Guides',
    reference: 'Reference',
    tryOut: 'Try it',
    views: 'Views',
    allGuides: 'All guides',
    onThisPage: 'On this page',
    search: 'Search',
    theme: 'Colours',
    bySystem: 'System',
    light: 'Light',
    dark: 'Dark',
    otherLanguage: '中文',
    skip: 'Skip to content',
    table: 'Table'
  }
} satisfies Record<Language, Record<string, string>>
