import type { RouteRecordRaw } from 'vue-router'
import { t } from './texts.ts'

export const routes: RouteRecordRaw[] = [
  {
    path: 'me',
    name: 'user-login-me',
    component: () => import('./MeView.vue'),
    meta: { title: () => t('me.title') }
  },
  {
    path: 'reset-password',
    name: 'user-login-reset-password',
    component: () => import('./ResetPasswordView.vue'),
    meta: { title: () => t('reset.title'), public: true }
  }
]
