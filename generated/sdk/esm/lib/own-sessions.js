function ownSessions(methods, operations) {
  var _a, _b, _c;
  const [, parameter = ""] = (_c = /\{(\w+)\}/.exec((_b = (_a = operations.endOwnSession) == null ? void 0 : _a.path) != null ? _b : "")) != null ? _c : [];
  return {
    list: (options) => methods.listOwnSessions(options),
    end: (id, options) => methods.endOwnSession({ ...options, path: { [parameter]: id } }),
    endOthers: (options) => methods.endOtherSessions(options)
  };
}
export {
  ownSessions
};
//# sourceMappingURL=own-sessions.js.map
