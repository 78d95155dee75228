import { withDeadline } from "./deadline.js";
import { guarded } from "./listeners.js";
import { ownSessions } from "./own-sessions.js";
import { paging } from "./pages.js";
import { createRenewal } from "./renewal.js";
import { createSend } from "./send.js";
import { createSession } from "./session.js";
import { memoryStore, watched } from "./store.js";
function createClient(operations, common, options = {}) {
  var _a;
  const tokens = watched((_a = options.tokens) != null ? _a : memoryStore());
  const send = createSend(options, common);
  const renewal = createRenewal(Object.values(operations), tokens, send, common, options.timeout);
  const call = createSession(tokens, renewal, common, send);
  const onSession = (listener) => tokens.watch(guarded(listener));
  const methods = {};
  for (const [name, operation] of Object.entries(operations)) {
    const method = (input = {}) => {
      var _a2;
      return withDeadline((bounded) => call(operation, bounded), { ...input, timeout: (_a2 = input.timeout) != null ? _a2 : options.timeout });
    };
    methods[name] = operation.pages ? Object.assign(method, paging(operation.pages, method)) : method;
  }
  return { tokens, onSession, sessions: ownSessions(methods, operations), ...methods };
}
export {
  createClient
};
//# sourceMappingURL=client.js.map
