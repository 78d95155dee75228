import type { WatchedStore } from './store.js';
/**
 * Keeps the token in the browser's IndexedDB under this name: all tabs of the site share the session. (What one tab writes
 * to `localStorage` may reach another late, which would then renew a token that has been renewed.) Tabs take turns with
 * the Web Locks API, which a page has when it comes over HTTPS or from localhost.
 */
export declare function browserStore(name: string): WatchedStore;
