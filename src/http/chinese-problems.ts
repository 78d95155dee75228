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

/** Of the APIs whose accounts may have a second factor. */
export const secondFactorProblems = {
  'code-missing': [400, '请输入验证码'],
  'wrong-code': [400, '验证码错误'],
  'code-unreadable': [400, '无法核对动态验证码，请使用恢复代码，或请管理员解除两步验证'],
  'second-factor-enabled': [400, '两步验证已启用'],
  'second-factor-off': [400, '两步验证未启用'],
  'enrolment-required': [403, '请先启用两步验证'],
  'own-account': [403, '请凭密码和验证码关闭本人的两步验证']
} as const

export const HIDDEN_CHARACTERS = '名称含有控制字符或不可见字符'
export const WEAK_PASSWORD = '密码过于常见，或与用户名相同'
