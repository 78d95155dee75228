import type { SessionChange } from './listeners.js';
/** The other tabs of a site. */
export interface Tabs {
    tell(change: SessionChange): void;
    /** Hears the other tabs until the returned function is called. */
    listen(): () => void;
}
/** Calls `hear` with what other tabs sent under this name, while one listens; older browsers have no BroadcastChannel. */
export declare function createTabs(name: string, hear: (change: SessionChange) => void): Tabs;
