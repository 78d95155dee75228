import { defineTexts } from '../i18n/define-texts.ts'

/** Texts of the home page. */
export const t = defineTexts(
  {
    title: '控制台',
    lead: '选择一个系统。各系统的账号互不相通。',
    enter: '进入',
    docs: '接口文档',
    loggedInAs: '已登录：{name}',
    notOpen: '本服务器没有开放',
    version: '版本 {version}'
  },
  {
    title: 'Console',
    lead: 'Choose a system. An account of one is not valid in another.',
    enter: 'Open',
    docs: 'API documentation',
    loggedInAs: 'Logged in as {name}',
    notOpen: 'Not open on this server',
    version: 'Version {version}'
  }
)
