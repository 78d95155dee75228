/** Redoc's labels, as far as it lets them be set. */
const labels = {
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

/** Variables of `styles/reference.css`: what they are depends on the theme of the page. */
const theme = {
  spacing: { sectionVertical: 24 },
  colors: {
    primary: {
      main: 'var(--primary)',
      light: 'var(--primary-light)',
      dark: 'var(--primary)',
      contrastText: 'var(--on-accent)'
    },
    text: { primary: 'var(--ink)', secondary: 'var(--soft)' },
    success: { main: 'var(--success)' },
    error: { main: 'var(--error)' },
    warning: { main: '#ffa500', dark: 'var(--warning)', contrastText: 'black' },
    gray: { 50: 'var(--wash)', 100: 'var(--shade)' },
    border: { dark: 'var(--line)', light: 'var(--line)' },
    responses: {
      success: { tabTextColor: '#7fdc95' },
      error: { tabTextColor: '#ff9d94' },
      redirect: { color: 'var(--warning)', tabTextColor: '#e0b458' },
      info: { color: 'var(--info)', tabTextColor: '#7cc0dc' }
    }
  },
  schema: { linesColor: 'var(--lines)', nestedBackground: 'var(--wash)' },
  typography: {
    fontSize: '15px',
    lineHeight: '1.7',
    fontFamily: SANS,
    headings: { fontFamily: SANS, fontWeight: '600', lineHeight: '1.4' },
    code: {
      fontFamily: MONO,
      fontSize: '13px',
      wrap: true,
      color: 'var(--code-ink)',
      backgroundColor: 'var(--code)'
    },
    links: { color: 'var(--accent)', visited: 'var(--accent)', hover: 'var(--accent-hover)' }
  },
  sidebar: {
    width: '270px',
    backgroundColor: 'var(--sidebar)',
    textColor: 'var(--sidebar-ink)',
    groupItems: { activeBackgroundColor: 'var(--sidebar-active)' },
    level1Items: { activeBackgroundColor: 'var(--sidebar-active)' }
  },
  rightPanel: {
    backgroundColor: 'var(--dark)',
    width: '40%',
    servers: {
      overlay: { backgroundColor: 'var(--wash)', textColor: 'var(--ink)' },
      url: { backgroundColor: 'var(--page)' }
    }
  },
  codeBlock: { backgroundColor: 'var(--darkest)' },
  fab: { backgroundColor: 'var(--wash)', color: 'var(--accent)' }
}

/** How Redoc shows the API of this name. */
export function optionsFor(name: string): object {
  const contract = (format: string): object => ({ title: format.toUpperCase(), url: `../../openapi/${name}.${format}` })
  return {
    nativeScrollbars: true,
    // Its search splits words at spaces, so it finds nothing in Chinese; that of the site finds operations.
    disableSearch: true,
    expandResponses: '200,201',
    schemaExpansionLevel: 2,
    jsonSampleExpandLevel: 4,
    // The body by itself comes after the samples in all languages.
    payloadSampleIdx: 5,
    downloadUrls: [contract('yaml'), contract('json')],
    labels,
    theme
  }
}
