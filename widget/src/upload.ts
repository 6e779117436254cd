/** Sends a form and tells how far it is, which fetch cannot. */
import { readProblem, Unreachable } from './problems';

/** Ten megabytes over a slow mobile connection. */
const TIMEOUT_MS = 300_000;

export interface Upload {
  address: string;
  token: string;
  form: FormData;
  /** Called with a number from 0 to 1. */
  onProgress(part: number): void;
  signal: AbortSignal;
}

export function upload({ address, token, form, onProgress, signal }: Upload): Promise<Response> {
  const request = new XMLHttpRequest();
  return new Promise<Response>((resolve, reject) => {
    const fail = () => reject(new Unreachable());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => resolve(toResponse(request));
    request.onerror = request.onabort = request.ontimeout = fail;
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', address);
    request.timeout = TIMEOUT_MS;
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.send(form);
  }).then(checked);
}

function toResponse(request: XMLHttpRequest): Response {
  const wait = request.getResponseHeader('Retry-After');
  const headers: Record<string, string> = wait ? { 'Retry-After': wait } : {};
  return new Response(request.responseText, { status: request.status, headers });
}

async function checked(response: Response): Promise<Response> {
  if (!response.ok) throw await readProblem(response);
  return response;
}
