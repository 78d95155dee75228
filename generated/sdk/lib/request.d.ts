import type { Call, Operation } from './operation.js';
/** The address without a slash at its end. Throws where no request can be sent to it. */
export declare function checkedBaseUrl(baseUrl: string | undefined): string;
/** The request to this operation; its own headers give way to `headers`. */
export declare function buildRequest(baseUrl: string, { method, path, form }: Operation, { path: parameters, query, body, signal, requestId }: Call, token: string | undefined, headers: Record<string, string>): Request;
