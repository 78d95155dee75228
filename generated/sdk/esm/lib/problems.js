class CallError extends Error {
  constructor(message, requestId = "unknown") {
    super(`${message} (request ${requestId})`);
    this.name = "CallError";
    this.requestId = requestId;
  }
}
class NetworkError extends CallError {
  constructor(cause, requestId) {
    super(`no answer: ${String(cause)}`, requestId);
    this.name = "NetworkError";
    this.cause = cause;
  }
}
class TimedOut extends CallError {
  constructor(timeout, requestId) {
    super(`no answer within ${timeout} ms`, requestId);
    this.name = "TimedOut";
  }
}
class UnexpectedAnswer extends CallError {
  constructor({ status, headers, url }, text, requestId) {
    var _a;
    super(`${status} ${(_a = headers.get("Content-Type")) != null ? _a : "without Content-Type"} from ${url}`, requestId);
    this.name = "UnexpectedAnswer";
    this.status = status;
    this.headers = headers;
    this.text = text;
  }
}
class Refused extends CallError {
  constructor({ status, body, requestId }) {
    super(`refused with ${status} ${JSON.stringify(body)}`, requestId);
    this.name = "Refused";
    this.status = status;
    this.body = body;
  }
}
export {
  CallError,
  NetworkError,
  Refused,
  TimedOut,
  UnexpectedAnswer
};
//# sourceMappingURL=problems.js.map
