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
var request_exports = {};
__export(request_exports, {
  buildRequest: () => buildRequest,
  checkedBaseUrl: () => checkedBaseUrl
});
module.exports = __toCommonJS(request_exports);
var import_request_id = require("./request-id.js");
const FORM = "application/x-www-form-urlencoded";
const ON_A_PAGE = typeof location !== "undefined";
function checkedBaseUrl(baseUrl) {
  if (!baseUrl) {
    if (ON_A_PAGE) return "";
    throw new Error("baseUrl is missing. Give the address of the server: { baseUrl: 'https://api.example.com' }.");
  }
  if (!isAddress(baseUrl)) {
    const path = ON_A_PAGE ? ", or a path from the root of this site" : "";
    throw new Error(
      `baseUrl is no address of a server: ${baseUrl}. Give one that begins with http:// or https://${path}, without user, query and fragment.`
    );
  }
  return baseUrl.replace(/\/+$/, "");
}
function isAddress(baseUrl) {
  if (ON_A_PAGE && /^\/[^?#\s]*$/.test(baseUrl)) return true;
  try {
    return /^https?:\/\/[^/?#\s]+(\/[^?#\s]*)?$/i.test(baseUrl) && new Request(baseUrl).url !== "";
  } catch (e) {
    return false;
  }
}
function buildRequest(baseUrl, { method, path, form }, { path: parameters = {}, query = {}, body, signal, requestId }, token, headers) {
  const filled = path.replace(/\{(.+?)\}/g, (_, name) => encodeURIComponent(String(parameters[name])));
  const search = pairs(query);
  const type = form ? FORM : "application/json";
  const all = new Headers({
    ...body !== void 0 && { "Content-Type": type },
    ...token !== void 0 && { Authorization: `Bearer ${token}` },
    ...requestId !== void 0 && { [import_request_id.REQUEST_ID]: requestId }
  });
  for (const name of Object.keys(headers)) all.set(name, String(headers[name]));
  return new Request(`${baseUrl}${filled}${search && `?${search}`}`, {
    method,
    headers: all,
    ...body !== void 0 && { body: form ? pairs(body) : JSON.stringify(body) },
    ...signal && { signal }
  });
}
function pairs(values) {
  return Object.entries(values).filter(([, value]) => value !== void 0 && value !== null).map((pair) => pair.map((part) => encodeURIComponent(String(part))).join("=")).join("&");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  buildRequest,
  checkedBaseUrl
});
//# sourceMappingURL=request.js.map
