import type { RouteRecordRaw } from 'vue-router'
import { t } from './texts.ts'

export const routes: RouteRecordRaw[] = [
  {
    path: 'users',
    name: 'julong-users',
    component: () => import('./UsersView.vue'),
    meta: { title: () => t('users.title') },
    children: [
      {
        path: 'new',
        name: 'julong-users-new',
        component: () => import('./NewUserDrawer.vue'),
        meta: { title: () => t('user.new') }
      },
      { path: ':id(\\d+)', name: 'julong-user', component: () => import('./UserDrawer.vue'), props: true }
    ]
  }
]
