/** What happened to a session: a login, a renewal of its token, or its end. */
export type SessionChange = 'opened' | 'renewed' | 'ended';
export type SessionListener = (change: SessionChange) => void;
/** Who watches a store in this program. */
export interface Listeners {
    watch: (listener: SessionListener) => () => void;
    /** Calls all listeners soon. */
    announce: (change: SessionChange) => void;
}
export declare function createListeners(): Listeners;
/** The listener, of which an error is reported as an uncaught one without ending the program or the call. */
export declare function guarded(listener: SessionListener): SessionListener;
