const reasonOf = ({ reason }) => reason != null ? reason : Object.assign(new Error("The call was aborted"), { name: "AbortError" });
function wait(seconds, signal) {
  return new Promise((resolve, reject) => {
    if (signal == null ? void 0 : signal.aborted) return reject(reasonOf(signal));
    const abort = () => {
      clearTimeout(timer);
      if (signal) reject(reasonOf(signal));
    };
    const timer = setTimeout(() => {
      signal == null ? void 0 : signal.removeEventListener("abort", abort);
      resolve();
    }, seconds * 1e3);
    signal == null ? void 0 : signal.addEventListener("abort", abort);
  });
}
export {
  reasonOf,
  wait
};
//# sourceMappingURL=wait.js.map
