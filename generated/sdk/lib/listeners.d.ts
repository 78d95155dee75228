import type { SessionChange, SessionListener } from './store.js';
/** Who watches a store in this program. */
export interface Listeners {
    watch: (listener: SessionListener) => () => void;
    /** Calls all listeners soon; one that throws does not disturb who made the change. */
    announce: (change: SessionChange) => void;
}
export declare function createListeners(): Listeners;
