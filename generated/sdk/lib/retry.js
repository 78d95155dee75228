import { wait } from './wait.js';
/** Sends, and sends again while the answer is 429 or 503 and `retryOn` and its bounds allow. */
export async function sendWithRetries(send, retryOn, signal) {
    let waited = 0;
    for (let tried = 0;; tried++) {
        const reply = await send();
        const retry = reply.status === 429 || reply.status === 503 ? retryOn(reply.status) : undefined;
        if (retry === undefined || tried >= (retry.times ?? 2))
            return reply;
        const seconds = retryAfterSeconds(reply.headers) ?? 2 ** tried * (0.5 + Math.random() / 2);
        waited += seconds;
        if (waited > (retry.seconds ?? 30))
            return reply;
        await wait(seconds, signal);
    }
}
/** `Retry-After`, which counts seconds or names a date; undefined where there is none to go by. */
function retryAfterSeconds(headers) {
    const value = headers.get('Retry-After');
    if (value === null)
        return undefined;
    const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
    return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
