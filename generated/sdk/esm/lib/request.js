import { REQUEST_ID } from "./request-id.js";
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
    ...requestId !== void 0 && { [REQUEST_ID]: requestId }
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
export {
  buildRequest,
  checkedBaseUrl
};
//# sourceMappingURL=request.js.map
