function at(body, pointer) {
  return pointer.split("/").slice(1).reduce((value, key) => value == null ? void 0 : value[key], body);
}
export {
  at
};
//# sourceMappingURL=pointer.js.map
