export * from "./tms.js";
export * from "./julong.js";
export * from "./waste-sorting.js";
export * from "./user-login.js";
export * from "./back-office.js";
import { CallError, NetworkError, Refused, TimedOut, UnexpectedAnswer } from "./lib/problems.js";
import { orThrow } from "./lib/or-throw.js";
import { browserStore } from "./lib/browser-store.js";
import { memoryStore } from "./lib/store.js";
export {
  CallError,
  NetworkError,
  Refused,
  TimedOut,
  UnexpectedAnswer,
  browserStore,
  memoryStore,
  orThrow
};
//# sourceMappingURL=index.js.map
