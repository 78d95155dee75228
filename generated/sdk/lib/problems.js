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
var problems_exports = {};
__export(problems_exports, {
  CallError: () => CallError,
  NetworkError: () => NetworkError,
  Refused: () => Refused,
  TimedOut: () => TimedOut,
  UnexpectedAnswer: () => UnexpectedAnswer
});
module.exports = __toCommonJS(problems_exports);
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  CallError,
  NetworkError,
  Refused,
  TimedOut,
  UnexpectedAnswer
});
//# sourceMappingURL=problems.js.map
