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

export const theme = {
  spacing: { sectionVertical: 24 },
  colors: { primary: { main: '#0f766e' }, text: { primary: '#1f2937', secondary: '#52606d' } },
  typography: {
    fontSize: '15px',
    lineHeight: '1.7',
    fontFamily: SANS,
    headings: { fontFamily: SANS, fontWeight: '600', lineHeight: '1.4' },
    code: { fontFamily: MONO, fontSize: '13px', color: '#0f5c56', backgroundColor: '#eef4f3', wrap: true },
    links: { color: '#0f766e', visited: '#0f766e' }
  },
  sidebar: { width: '270px', backgroundColor: '#f7f9f9', textColor: '#334155' },
  rightPanel: { backgroundColor: '#18242b', width: '40%' }
}
