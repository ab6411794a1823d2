import { Agent, type Dispatcher } from 'undici';

/** What came back for a POST. */
export interface Posted {
  readonly status: number;
  /** Seconds to wait before the next try, where the server names them. */
  readonly retryAfter: number | undefined;
  readonly text: string;
}

/** How long a connection, an answer or its next piece may take, ms. */
const patience = 10_000;

/**
 * Posts texts to one server over connections that stay open, without a stream or a signal for each.
 * @param base ends with a slash; what is posted to is found below it
 * @returns a function that rejects when there is no whole answer
 */
export function posting(
  base: string,
  headers: Readonly<Record<string, string>>,
): (to: string, body: string) => Promise<Posted> {
  const { origin, pathname } = new URL(base);
  const agent = new Agent({
    connectTimeout: patience,
    headersTimeout: patience,
    bodyTimeout: patience,
  });
  return (to, body) =>
    new Promise((resolve, reject) => {
      agent.dispatch(
        { origin, path: `${pathname}${to}`, method: 'POST', headers: { ...headers }, body },
        collecting(resolve, reject),
      );
    });
}

function collecting(
  resolve: (posted: Posted) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let status = 0;
  let retryAfter: number | undefined;
  return {
    onRequestStart() {},
    onResponseStart(_, code, { 'retry-after': wait }) {
      status = code;
      retryAfter = secondsIn(wait);
    },
    onResponseData(_, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      resolve({ status, retryAfter, text: Buffer.concat(chunks).toString() });
    },
    onResponseError(_, error) {
      reject(error);
    },
  };
}

function secondsIn(header: string | readonly string[] | undefined): number | undefined {
  const seconds = Number.parseInt(String(header), 10);
  return Number.isNaN(seconds) ? undefined : seconds;
}
