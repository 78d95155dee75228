import { defineTexts } from './i18n/define-texts.ts'

/** The names of the APIs and what each is, for the entrance. */
export const names = defineTexts(
  {
    tms: '任务管理系统',
    'tms.summary': '任务的创建、分配与进度',
    julong: '矩龙管理后台',
    'julong.summary': '用户、角色、权限与操作日志',
    'waste-sorting': '垃圾分类系统',
    'waste-sorting.summary': '用户的积分与封禁',
    'user-login': '用户登录系统',
    'user-login.summary': '注册、登录与个人资料',
    'back-office': '后台管理系统',
    'back-office.summary': '管理员与角色'
  },
  {
    tms: 'Task management',
    'tms.summary': 'Tasks: create, assign, follow',
    julong: 'Julong administration',
    'julong.summary': 'Users, roles, rights and the audit trail',
    'waste-sorting': 'Waste sorting',
    'waste-sorting.summary': 'Points and bans of users',
    'user-login': 'User login',
    'user-login.summary': 'Registration, login and profile',
    'back-office': 'Back office',
    'back-office.summary': 'Administrators and roles'
  }
)
