/* Loaded before a program: takes away what older browsers and React Native do not have. */
for (const name of ['any', 'timeout']) delete AbortSignal[name]
delete AbortSignal.prototype.throwIfAborted
for (const name of ['BroadcastChannel', 'atob', 'crypto', 'structuredClone']) delete globalThis[name]
delete Object.fromEntries
delete Array.prototype.flatMap
delete Array.prototype.at
delete String.prototype.replaceAll
