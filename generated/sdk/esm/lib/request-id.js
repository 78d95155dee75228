const REQUEST_ID = "X-Request-Id";
function newRequestId() {
  const part = () => Math.random().toString(36).slice(2, 13).padEnd(11, "0");
  return part() + part();
}
export {
  REQUEST_ID,
  newRequestId
};
//# sourceMappingURL=request-id.js.map
