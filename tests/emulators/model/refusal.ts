// How the protocol says no: a status, and an error object of four fields.

interface RefusalDetails {
  readonly type?: string;
  readonly param?: string;
  readonly code?: string;
}

export class Refusal extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, message: string, details: RefusalDetails = {}) {
    super(message);
    this.status = status;
    const { type = 'invalid_request_error', param = null, code = null } = details;
    this.body = JSON.stringify({ error: { message, type, param, code } });
  }
}
