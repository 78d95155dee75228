import { defineTexts } from '../i18n/define-texts.ts'

/** Texts of the overview alone, which are loaded with it. */
export const t = defineTexts(
  {
    'roles.title': '各角色有多少用户？',
    'states.title': '启用和停用的用户各有多少？',
    users: '用户数'
  },
  {
    'roles.title': 'How many users does each role have?',
    'states.title': 'How many users are enabled, and how many disabled?',
    users: 'Users'
  }
)
