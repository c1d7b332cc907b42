/** Requests as programs. A program can hold any text, so nothing is refused here. */
import { type Result, success } from '../base/result.ts';
import type { PlainRequest, RequestDescription } from './requestDescription.ts';

/** A script for Node 18 or later (top-level await: a module), or for a browser's console with the variable replaced. */
export function writeFetch(request: RequestDescription): Result<string> {
  const { exchange } = request;
  const token = 'token';
  const lines: string[] = [];
  if (exchange) {
    const path = exchange.tokenField.split('.').map((name) => `[${literal(name)}]`);
    lines.push(
      ...fetchCall('exchange', exchange, `process.env.${exchange.credential.variable}`),
      `const ${token} = (await exchange.json())${path.join('')};`,
      '',
    );
  }
  lines.push(
    ...fetchCall('response', request, exchange ? token : `process.env.${request.credential.variable}`),
    'console.log(response.status, await response.text());',
  );
  return success(`${lines.join('\n')}\n`);
}

function fetchCall(name: string, { method, url, credential, headers, body }: PlainRequest, secret: string): string[] {
  return [
    `const ${name} = await fetch(${literal(url)}, {`,
    `  method: ${literal(method)},`,
    '  headers: {',
    `    ${literal(credential.header)}: ${joined(credential.prefix, secret)},`,
    ...headers.map((header) => `    ${literal(header.name)}: ${literal(header.value)},`),
    '  },',
    ...(body === undefined ? [] : [`  body: ${literal(body)},`]),
    // A followed redirect would take the key's header along, to whatever host it leads.
    `  redirect: 'manual',`,
    '});',
  ];
}

/** A script for Python 3 with the package requests. */
export function writePythonRequests(request: RequestDescription): Result<string> {
  const { exchange } = request;
  const lines = ['import os', '', 'import requests', ''];
  if (exchange) {
    const path = exchange.tokenField.split('.').map((name) => `[${literal(name)}]`);
    lines.push(
      ...requestsCall('exchange', exchange, `os.environ[${literal(exchange.credential.variable)}]`),
      `token = exchange.json()${path.join('')}`,
      '',
    );
  }
  const secret = exchange ? 'token' : `os.environ[${literal(request.credential.variable)}]`;
  lines.push(...requestsCall('response', request, secret), 'print(response.status_code, response.text)');
  return success(`${lines.join('\n')}\n`);
}

function requestsCall(
  name: string,
  { method, url, credential, headers, body }: PlainRequest,
  secret: string,
): string[] {
  return [
    `${name} = requests.request(`,
    `    ${literal(method)},`,
    `    ${literal(url)},`,
    '    headers={',
    `        ${literal(credential.header)}: ${joined(credential.prefix, secret)},`,
    ...headers.map((header) => `        ${literal(header.name)}: ${literal(header.value)},`),
    '    },',
    ...(body === undefined ? [] : [`    data=${literal(body)}.encode(),`]),
    '    allow_redirects=False,',
    ')',
  ];
}

function joined(prefix: string, secret: string): string {
  return prefix === '' ? secret : `${literal(prefix)} + ${secret}`;
}

/** JSON's escapes are a part of both JavaScript's and Python's, and JSON escapes what cannot stand in a line. */
function literal(text: string): string {
  return JSON.stringify(text);
}
