/** An answer that the contract does not know, as a proxy before the server may send one. Its body has not been read. */
export class UnexpectedAnswer extends Error {
    name = 'UnexpectedAnswer';
    response;
    constructor(response) {
        super(`${response.status} ${response.headers.get('Content-Type') ?? ''} from ${response.url}`);
        this.response = response;
    }
}
/** An answer within the contract that ended an iteration over items. */
export class Refused extends Error {
    name = 'Refused';
    status;
    body;
    constructor({ status, body }) {
        super(`the list was refused with ${status}`);
        this.status = status;
        this.body = body;
    }
}
