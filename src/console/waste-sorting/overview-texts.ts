import { defineTexts } from '../i18n/define-texts.ts'

/** Texts of the overview alone, which are loaded with it. */
export const t = defineTexts(
  {
    'points.title': '积分如何分布？',
    'points.sum': '全部账号共有 {points} 积分',
    'points.range': '{from}–{to}',
    'points.more': '{from} 及以上',
    'status.title': '多少账号被封禁？',
    'roles.title': '用户和管理员各有多少？',
    accounts: '账号数'
  },
  {
    'points.title': 'How are the points distributed?',
    'points.sum': 'All accounts have {points} points together',
    'points.range': '{from}–{to}',
    'points.more': '{from} and more',
    'status.title': 'How many accounts are banned?',
    'roles.title': 'How many users and administrators are there?',
    accounts: 'Accounts'
  }
)
