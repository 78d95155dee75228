import { defineTexts } from '../i18n/define-texts.ts'

export const t = defineTexts(
  { code: '验证码', appCode: '验证器应用显示的 6 位数字', anyCode: '验证器应用显示的 6 位数字，或一个恢复代码' },
  {
    code: 'Code',
    appCode: 'The six digits that your authenticator app shows',
    anyCode: 'The six digits that your authenticator app shows, or a recovery code'
  }
)
