import { at } from "./pointer.js";
const MARGIN_SECONDS = 60;
const tokenIn = (body, pointer) => String(at(body, pointer)).replace(/^bearer /i, "");
function endsSoon(token) {
  try {
    const [, payload = ""] = token.split(".");
    const { exp } = JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/")));
    const left = exp - Date.now() / 1e3;
    return left > 0 && left < MARGIN_SECONDS;
  } catch (e) {
    return false;
  }
}
export {
  endsSoon,
  tokenIn
};
//# sourceMappingURL=token.js.map
