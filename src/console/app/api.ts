import type { RouteRecordRaw } from 'vue-router'
import type { RegisterSettings } from '../session/register.ts'
import type { Session } from '../session/types.ts'

/** An API before its views are loaded. */
export interface ApiEntry {
  name: string
  /** The name that people use, and one line of what it is, in the language that is chosen. */
  title: () => string
  summary: () => string
  load: () => Promise<ApiModule>
}

/** A page in the navigation at the side. */
export interface NavigationPage {
  route: string
  /** In the language that is chosen. */
  label: () => string
  /** Why it cannot be opened; then it is shown without a link. */
  refused?: () => string
}

/** What an API adds to the console. */
export interface ApiModule {
  name: string
  title: () => string
  session: Session
  /** Relative to `/<name>/`; names begin with `<name>-`. `meta.title` is a function that gives the title of the page. */
  routes: RouteRecordRaw[]
  /** The route that a login leads to. */
  start: string
  pages: () => NavigationPage[]
  /** Reads what `pages` depends on; it is called when the navigation is shown, and after another login. */
  readPages?: () => Promise<void>
  /** What the account has to know, shown above every view. */
  notice?: () => string | undefined
  /** In the menu of the account. */
  accountPages?: () => NavigationPage[]
  login: {
    /** The label of the name that one logs in with. */
    nameLabel: () => string
    nameType?: 'text' | 'email'
    /** Routes that are open to everybody, such as one to reset a password. */
    links?: () => NavigationPage[]
  }
  register?: RegisterSettings
}
