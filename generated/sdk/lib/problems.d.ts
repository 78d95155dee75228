/** An answer that the contract does not know, as a proxy before the server may send one. Its body has not been read. */
export declare class UnexpectedAnswer extends Error {
    readonly name = "UnexpectedAnswer";
    readonly response: Response;
    constructor(response: Response);
}
/** An answer within the contract that ended an iteration over items. */
export declare class Refused extends Error {
    readonly name = "Refused";
    readonly status: number;
    readonly body: unknown;
    constructor({ status, body }: {
        status: number;
        body: unknown;
    });
}
