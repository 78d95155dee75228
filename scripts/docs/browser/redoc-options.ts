/** Redoc's labels, as far as it lets them be set. */
export const labels = {
  enum: '枚举',
  enumSingleValue: '固定值',
  enumArray: '元素',
  default: '默认值',
  deprecated: '已弃用',
  example: '示例',
  examples: '示例',
  recursive: '递归',
  arrayOf: '数组：',
  const: '固定值',
  download: '下载',
  downloadSpecification: 'OpenAPI 契约',
  responses: '响应',
  requestSamples: '请求示例',
  responseSamples: '响应示例'
}

const SANS = 'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace'

const LIGHT = {
  primary: '#0b5e57',
  links: '#0f766e',
  text: { primary: '#1f2937', secondary: '#52606d' },
  code: { color: '#0f5c56', backgroundColor: '#eef4f3' },
  sidebar: { backgroundColor: '#f7f9f9', textColor: '#334155' },
  rightPanel: '#18242b',
  more: {}
}

/** Redoc computes with some of its colours, so they cannot be variables of a stylesheet. */
const DARK: typeof LIGHT = {
  primary: '#5cc8bb',
  links: '#5cc8bb',
  text: { primary: '#e4eaed', secondary: '#a7b4bb' },
  code: { color: '#7fd6cb', backgroundColor: '#1e2b31' },
  sidebar: { backgroundColor: '#151e23', textColor: '#d5dde1' },
  rightPanel: '#0b1114',
  more: {
    success: { main: '#6fcf7f' },
    error: { main: '#ff9d94' },
    warning: { main: '#e0b458', dark: '#e0b458' },
    gray: { 50: '#1a242a', 100: '#222e35' },
    border: { dark: '#2c3a42', light: '#2c3a42' },
    responses: {
      success: { tabTextColor: '#7fdc95' },
      error: { tabTextColor: '#ff9d94' },
      redirect: { color: '#e0b458' },
      info: { color: '#7cc0dc' }
    }
  }
}

const DARK_PARTS = {
  schema: { linesColor: '#3b4b54', nestedBackground: '#1a242a' },
  fab: { backgroundColor: '#1a242a', color: '#5cc8bb' },
  servers: { overlay: { backgroundColor: '#1a242a', textColor: '#e4eaed' }, url: { backgroundColor: '#11181c' } },
  items: { activeBackgroundColor: '#223038' }
}

/** The look of the reference, which is that of the page: light or dark. */
export function themeFor(isDark: boolean): object {
  const { primary, links, text, code, sidebar, rightPanel, more } = isDark ? DARK : LIGHT
  const { schema, fab, servers, items } = isDark ? DARK_PARTS : ({} as Partial<typeof DARK_PARTS>)
  return {
    spacing: { sectionVertical: 24 },
    colors: { primary: { main: primary }, text, ...more },
    typography: {
      fontSize: '15px',
      lineHeight: '1.7',
      fontFamily: SANS,
      headings: { fontFamily: SANS, fontWeight: '600', lineHeight: '1.4' },
      code: { fontFamily: MONO, fontSize: '13px', wrap: true, ...code },
      links: { color: links, visited: links }
    },
    sidebar: { width: '270px', ...sidebar, ...(items && { groupItems: items, level1Items: items }) },
    rightPanel: { backgroundColor: rightPanel, width: '40%', ...(servers && { servers }) },
    ...(schema && { schema }),
    ...(fab && { fab })
  }
}
