import { defineTexts } from '../i18n/define-texts.ts'

export const t = defineTexts(
  {
    language: '语言',
    theme: '主题',
    'theme.dark': '深色',
    'theme.light': '浅色',
    'theme.system': '跟随系统',
    zone: '时区',
    'zone.beijing': '北京时间',
    'zone.local': '本地'
  },
  {
    language: 'Language',
    theme: 'Theme',
    'theme.dark': 'Dark',
    'theme.light': 'Light',
    'theme.system': 'As the system',
    zone: 'Time zone',
    'zone.beijing': 'Beijing',
    'zone.local': 'Local'
  }
)
