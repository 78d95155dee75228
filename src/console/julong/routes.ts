import type { RouteRecordRaw } from 'vue-router'
import { t } from './texts.ts'

const overview: RouteRecordRaw = {
  path: 'overview',
  name: 'julong-overview',
  component: () => import('./OverviewView.vue'),
  meta: { title: () => t('overview.title') }
}

const users: RouteRecordRaw = {
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

const roles: RouteRecordRaw = {
  path: 'roles',
  name: 'julong-roles',
  component: () => import('./RolesView.vue'),
  meta: { title: () => t('roles.title') },
  children: [
    {
      path: 'new',
      name: 'julong-roles-new',
      component: () => import('./NewRoleDrawer.vue'),
      meta: { title: () => t('role.new') }
    },
    { path: ':id(\\d+)', name: 'julong-role', component: () => import('./RoleDrawer.vue'), props: true }
  ]
}

const roleRights: RouteRecordRaw = {
  path: 'roles/:id(\\d+)/rights',
  name: 'julong-role-rights',
  component: () => import('./RoleRightsView.vue'),
  props: true,
  meta: { title: () => t('rights.title'), page: 'julong-roles' }
}

const rights: RouteRecordRaw = {
  path: 'rights',
  name: 'julong-rights',
  component: () => import('./RightsView.vue'),
  meta: { title: () => t('rights.title') }
}

const audit: RouteRecordRaw = {
  path: 'audit',
  name: 'julong-audit',
  component: () => import('./AuditView.vue'),
  meta: { title: () => t('audit.title') },
  children: [
    { path: ':id(\\d+)', name: 'julong-audit-event', component: () => import('./AuditDrawer.vue'), props: true }
  ]
}

const sessions: RouteRecordRaw = {
  path: 'sessions',
  name: 'julong-sessions',
  component: () => import('./SessionsView.vue'),
  meta: { title: () => t('sessions.title') }
}

const me: RouteRecordRaw = {
  path: 'me',
  name: 'julong-me',
  component: () => import('./MeView.vue'),
  meta: { title: () => t('me.title') }
}

export const routes = [overview, users, roles, roleRights, rights, audit, sessions, me]
