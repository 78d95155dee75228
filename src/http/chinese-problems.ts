export const commonProblems = {
  'path-unknown': [404, '请求的地址不存在'],
  'method-not-allowed': [405, '请求方法不被允许'],
  'too-large': [413, '请求体过大'],
  'headers-too-large': [431, '请求头过大'],
  timeout: [408, '请求超时'],
  'unsupported-media-type': [415, '不支持的媒体类型'],
  'too-many-attempts': [429, '请求过于频繁，请稍后再试'],
  'internal-error': [500, '服务器内部错误'],
  busy: [503, '服务繁忙，请稍后再试'],
  unavailable: [503, '服务暂时不可用，请稍后再试']
} as const

export const HIDDEN_CHARACTERS = '名称含有控制字符或不可见字符'
export const WEAK_PASSWORD = '密码过于常见，或与用户名相同'
