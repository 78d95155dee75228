import type { RouteRecordRaw } from 'vue-router'
import { t } from './texts.ts'

export const routes: RouteRecordRaw[] = [
  {
    path: 'overview',
    name: 'tms-overview',
    component: () => import('./OverviewView.vue'),
    meta: { title: () => t('overview.title') }
  },
  {
    path: 'tasks',
    name: 'tms-tasks',
    component: () => import('./TasksView.vue'),
    meta: { title: () => t('tasks.title') },
    children: [
      {
        path: 'new',
        name: 'tms-tasks-new',
        component: () => import('./NewTaskDrawer.vue'),
        meta: { title: () => t('tasks.new') }
      },
      { path: ':id(\\d+)', name: 'tms-task', component: () => import('./TaskDrawer.vue'), props: true }
    ]
  },
  {
    path: 'users',
    name: 'tms-users',
    component: () => import('./UsersView.vue'),
    meta: { title: () => t('users.title') }
  },
  {
    path: 'me',
    name: 'tms-me',
    component: () => import('./MeView.vue'),
    meta: { title: () => t('me.title') }
  }
]
