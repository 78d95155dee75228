import { defineTexts } from '../i18n/define-texts.ts'

/** Texts of second factors that an administrator removes or requires. */
export const t = defineTexts(
  {
    remove: '解除两步验证',
    removeTitle: '解除“{name}”的两步验证？',
    removeText: '用于丢失验证器应用和恢复代码的账号：此后登录只需要密码，其登录立即失效。请先确认是本人提出的请求。',
    removed: '已解除“{name}”的两步验证',
    factor: '两步验证',
    required: '必须启用',
    requireOne: '角色 {name} 必须启用两步验证',
    optional: '不要求',
    requireTitle: '角色“{name}”必须启用两步验证？',
    requireText: '此角色的账号中尚未启用两步验证的，立即不能进行其他操作，直到启用为止。'
  },
  {
    remove: 'Remove the second factor',
    removeTitle: 'Remove the second factor of “{name}”?',
    removeText:
      'For an account that has lost its authenticator app and its recovery codes: a login then takes the password alone, and its sessions end at once. Make sure first that the request comes from that person.',
    removed: 'Removed the second factor of “{name}”',
    factor: 'Second factor',
    required: 'Required',
    requireOne: 'Role {name} requires a second factor',
    optional: 'Not required',
    requireTitle: 'Require a second factor for the role “{name}”?',
    requireText: 'Accounts of this role that have not enabled it can do nothing else from now on until they have.'
  }
)
