import { defineTexts } from '../i18n/define-texts.ts'

export const t = defineTexts(
  {
    change: '修改密码',
    current: '当前密码',
    next: '新密码',
    repeat: '再次输入新密码',
    effect: '修改后，此账号在别处的登录立即失效，这里的保持不变。',
    changed: '密码已修改，在别处的登录已失效'
  },
  {
    change: 'Change password',
    current: 'Current password',
    next: 'New password',
    repeat: 'New password again',
    effect: 'Sessions of this account elsewhere end at once; this one goes on.',
    changed: 'Password changed; sessions elsewhere have ended'
  }
)
