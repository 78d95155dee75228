import type { RouteRecordRaw } from 'vue-router'
import { t } from './texts.ts'

export const routes: RouteRecordRaw[] = [
  {
    path: 'overview',
    name: 'back-office-overview',
    component: () => import('./OverviewView.vue'),
    meta: { title: () => t('overview.title') }
  },
  {
    path: 'admins',
    name: 'back-office-admins',
    component: () => import('./AdminsView.vue'),
    meta: { title: () => t('admins.title') },
    children: [
      {
        path: 'new',
        name: 'back-office-admins-new',
        component: () => import('./NewAdminDrawer.vue'),
        meta: { title: () => t('admins.add') }
      },
      {
        path: ':id([0-9a-f]{24})',
        name: 'back-office-admin',
        component: () => import('./AdminDrawer.vue'),
        props: true
      }
    ]
  },
  {
    path: 'roles',
    name: 'back-office-roles',
    component: () => import('./RolesView.vue'),
    meta: { title: () => t('roles.title') }
  },
  {
    path: 'sessions',
    name: 'back-office-sessions',
    component: () => import('./SessionsView.vue'),
    meta: { title: () => t('sessions.title') }
  },
  {
    path: 'me',
    name: 'back-office-me',
    component: () => import('./MeView.vue'),
    meta: { title: () => t('me.title') }
  }
]
