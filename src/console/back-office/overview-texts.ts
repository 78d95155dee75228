import { defineTexts } from '../i18n/define-texts.ts'

/** Texts of the overview alone, which are loaded with it. */
export const t = defineTexts(
  {
    'roles.title': '各角色有多少管理员？',
    'states.title': '启用和停用的管理员各有多少？',
    admins: '管理员数'
  },
  {
    'roles.title': 'How many administrators does each role have?',
    'states.title': 'How many administrators are enabled, and how many disabled?',
    admins: 'Administrators'
  }
)
