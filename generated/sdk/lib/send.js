var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var send_exports = {};
__export(send_exports, {
  createSend: () => createSend
});
module.exports = __toCommonJS(send_exports);
var import_problems = require("./problems.js");
var import_request = require("./request.js");
var import_request_id = require("./request-id.js");
var import_retry = require("./retry.js");
function createSend(options, common) {
  const baseUrl = (0, import_request.checkedBaseUrl)(options.baseUrl);
  const sendOnce = async (operation, call, token) => {
    var _a, _b;
    let request = (0, import_request.buildRequest)(baseUrl, operation, call, token, { ...options.headers, ...call.headers });
    for (const { onRequest } of [options, call]) request = await (onRequest == null ? void 0 : onRequest(request)) || request;
    const requestId = call.requestId = (_a = request.headers.get(import_request_id.REQUEST_ID)) != null ? _a : "";
    const response = await orNetworkError(((_b = options.fetch) != null ? _b : fetch)(request), requestId);
    if (response instanceof import_problems.NetworkError) return response;
    for (const { onResponse } of [options, call]) await (onResponse == null ? void 0 : onResponse(response, request));
    return orNetworkError(read(response, [...operation.statuses, ...common], requestId), requestId);
  };
  return (operation, call, token) => {
    var _a;
    return (0, import_retry.sendWithRetries)(
      () => sendOnce(operation, call, token),
      operation.repeatable,
      (_a = call.retry) != null ? _a : options.retry,
      call.signal
    );
  };
}
const orNetworkError = (work, requestId) => work.catch((error) => new import_problems.NetworkError(error, requestId));
async function read(response, statuses, sentId) {
  var _a, _b;
  const { status, headers } = response;
  const requestId = (_a = headers.get(import_request_id.REQUEST_ID)) != null ? _a : sentId;
  const text = await response.text();
  try {
    if (/^application\/json\b/i.test((_b = headers.get("Content-Type")) != null ? _b : "") && statuses.includes(status)) {
      return { ok: status < 300, status, body: JSON.parse(text), headers, requestId };
    }
  } catch (e) {
  }
  return new import_problems.UnexpectedAnswer(response, text, requestId);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createSend
});
//# sourceMappingURL=send.js.map
