import { TimedOut } from "./problems.js";
import { newRequestId } from "./request-id.js";
import { reasonOf } from "./wait.js";
const DEFAULT_TIMEOUT = 6e4;
const LONGEST_TIMER = 2 ** 31 - 1;
async function withDeadline(work, given) {
  const { signal: outer, timeout = DEFAULT_TIMEOUT } = given;
  if (outer == null ? void 0 : outer.aborted) throw reasonOf(outer);
  const controller = new AbortController();
  const call = { ...given, signal: controller.signal, requestId: newRequestId() };
  let stop = () => {
  };
  const ended = new Promise((_, reject) => {
    const end = (reason) => {
      reject(reason);
      controller.abort();
    };
    const abort = () => end(outer && reasonOf(outer));
    const limited = timeout > 0 && timeout <= LONGEST_TIMER;
    const timer = limited ? setTimeout(() => end(new TimedOut(timeout, call.requestId)), timeout) : void 0;
    outer == null ? void 0 : outer.addEventListener("abort", abort);
    stop = () => {
      clearTimeout(timer);
      outer == null ? void 0 : outer.removeEventListener("abort", abort);
    };
  });
  return Promise.race([work(call), ended]).finally(stop);
}
export {
  withDeadline
};
//# sourceMappingURL=deadline.js.map
