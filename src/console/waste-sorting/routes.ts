import type { RouteRecordRaw } from 'vue-router'
import { isAdministrator } from './session.ts'
import { t } from './texts.ts'

const forAdministrators = () => isAdministrator() || { name: 'waste-sorting-me' }

export const routes: RouteRecordRaw[] = [
  {
    path: 'overview',
    name: 'waste-sorting-overview',
    component: () => import('./OverviewView.vue'),
    meta: { title: () => t('overview.title') },
    beforeEnter: forAdministrators
  },
  {
    path: 'users',
    name: 'waste-sorting-users',
    component: () => import('./UsersView.vue'),
    meta: { title: () => t('users.title') },
    beforeEnter: forAdministrators,
    children: [
      {
        path: 'new-admin',
        name: 'waste-sorting-users-new',
        component: () => import('./NewAdministratorDrawer.vue'),
        meta: { title: () => t('users.add') }
      },
      { path: ':id(\\d+)', name: 'waste-sorting-user', component: () => import('./UserDrawer.vue'), props: true }
    ]
  },
  {
    path: 'sessions',
    name: 'waste-sorting-sessions',
    component: () => import('./SessionsView.vue'),
    meta: { title: () => t('sessions.title') },
    beforeEnter: forAdministrators
  },
  {
    path: 'me',
    name: 'waste-sorting-me',
    component: () => import('./MeView.vue'),
    meta: { title: () => t('me.title') }
  }
]
