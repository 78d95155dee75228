import { NetworkError, UnexpectedAnswer } from "./problems.js";
import { buildRequest, checkedBaseUrl } from "./request.js";
import { REQUEST_ID } from "./request-id.js";
import { sendWithRetries } from "./retry.js";
function createSend(options, common) {
  const baseUrl = checkedBaseUrl(options.baseUrl);
  const sendOnce = async (operation, call, token) => {
    var _a, _b;
    let request = buildRequest(baseUrl, operation, call, token, { ...options.headers, ...call.headers });
    for (const { onRequest } of [options, call]) request = await (onRequest == null ? void 0 : onRequest(request)) || request;
    const requestId = call.requestId = (_a = request.headers.get(REQUEST_ID)) != null ? _a : "";
    const response = await orNetworkError(((_b = options.fetch) != null ? _b : fetch)(request), requestId);
    if (response instanceof NetworkError) return response;
    for (const { onResponse } of [options, call]) await (onResponse == null ? void 0 : onResponse(response, request));
    return orNetworkError(read(response, [...operation.statuses, ...common], requestId), requestId);
  };
  return (operation, call, token) => {
    var _a;
    return sendWithRetries(
      () => sendOnce(operation, call, token),
      operation.repeatable,
      (_a = call.retry) != null ? _a : options.retry,
      call.signal
    );
  };
}
const orNetworkError = (work, requestId) => work.catch((error) => new NetworkError(error, requestId));
async function read(response, statuses, sentId) {
  var _a, _b;
  const { status, headers } = response;
  const requestId = (_a = headers.get(REQUEST_ID)) != null ? _a : sentId;
  const text = await response.text();
  try {
    if (/^application\/json\b/i.test((_b = headers.get("Content-Type")) != null ? _b : "") && statuses.includes(status)) {
      return { ok: status < 300, status, body: JSON.parse(text), headers, requestId };
    }
  } catch (e) {
  }
  return new UnexpectedAnswer(response, text, requestId);
}
export {
  createSend
};
//# sourceMappingURL=send.js.map
