/** What a JSON pointer names in a body; undefined where nothing is there. */
export function at(body, pointer) {
    return pointer
        .split('/')
        .slice(1)
        .reduce((value, key) => value?.[key], body);
}
