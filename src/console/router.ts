import { createRouter, createWebHashHistory, type RouteRecordRaw, type Router } from 'vue-router'
import type { ApiEntry, ApiModule } from './app/api.ts'
import ApiFrame from './app/ApiFrame.vue'
import { keepModule, moduleOf } from './app/modules.ts'

/**
 * Addresses are in the fragment, so that one file serves all of them below any path. The routes of an API are added when
 * the first of its addresses is opened. Without a session every view of an API leads to its login.
 */
export function createConsoleRouter(apis: ApiEntry[]): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', name: 'home', component: () => import('./app/HomeView.vue'), props: { apis } },
      { path: '/:path(.*)*', name: 'not-found', component: () => import('./app/NotFoundView.vue') }
    ]
  })
  router.beforeEach(async (to) => {
    const entry = apis.find(({ name }) => to.path === `/${name}` || to.path.startsWith(`/${name}/`))
    if (entry === undefined) return true
    const known = moduleOf(entry.name)
    if (known === undefined) {
      router.addRoute(recordOf(keepModule(await entry.load())))
      return to.fullPath
    }
    if (to.meta.public === true || (await known.session.isOpen())) return true
    return { name: `${entry.name}-login`, query: { to: to.fullPath } }
  })
  return router
}

function recordOf(module: ApiModule): RouteRecordRaw {
  const { name, routes, start, register } = module
  const login: RouteRecordRaw = {
    path: 'login',
    name: `${name}-login`,
    component: () => import('./session/LoginView.vue'),
    meta: { public: true }
  }
  const registration: RouteRecordRaw = {
    path: 'register',
    name: `${name}-register`,
    component: () => import('./session/RegisterView.vue'),
    meta: { public: true }
  }
  return {
    path: `/${name}`,
    component: ApiFrame,
    props: { name },
    redirect: { name: start },
    meta: { api: name },
    children: [login, ...(register === undefined ? [] : [registration]), ...routes]
  }
}
