import { Refused } from "./problems.js";
function orThrow(result) {
  if (!result.ok) throw new Refused(result);
  return result;
}
export {
  orThrow
};
//# sourceMappingURL=or-throw.js.map
