import assert from 'node:assert/strict';
import { readHttpMessage } from '../../../src/formats/readHttpMessage.ts';

const verbose = `* Connected to api.phare.io (127.0.0.1) port 443
> GET /uptime/monitors?page=1 HTTP/2
> Host: api.phare.io
> Authorization: Bearer ...
>
{ [5 bytes data]
< HTTP/2 302
< location: /elsewhere
<
* Connection left intact
> GET /elsewhere HTTP/2
> Host: api.phare.io
> Accept: */*
>
< HTTP/2 403
< content-type: application/json
<
{ [51 bytes data]
{
  "message": "Forbidden"
}
* Connection #0 to host api.phare.io left intact
`;

describe('readHttpMessage', () => {
  it('reads a response as curl -i prints it', () => {
    const { request, response } = readHttpMessage(
      'HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nX-Empty:\r\n\r\n{"a":\r\n1}\r\n',
    );
    assert.equal(request, undefined);
    assert.deepEqual(response, {
      status: 403,
      reason: 'Forbidden',
      headers: [
        { name: 'Content-Type', value: 'application/json' },
        { name: 'X-Empty', value: '' },
      ],
      body: '{"a":\n1}',
    });
  });

  it('reads a request with the response behind it, the last of several', () => {
    const { request, response } = readHttpMessage(
      'POST /users HTTP/1.1\nHost: x.example\nContent-Type: text/plain\n\nline one\n\nline two\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 201 Created\nA: b\n  c\n\nGET ready',
    );
    assert.deepEqual(
      [request?.method, request?.target, request?.host, request?.body],
      ['POST', '/users', 'x.example', 'line one\n\nline two'],
    );
    assert.deepEqual([response?.status, response?.body], [201, 'GET ready']);
    assert.deepEqual(response?.headers, [{ name: 'A', value: 'b c' }]);
  });

  it('reads what curl -v prints: the last exchange, without the notes between', () => {
    const { request, response } = readHttpMessage(verbose);
    assert.deepEqual([request?.method, request?.target, request?.host], ['GET', '/elsewhere', 'api.phare.io']);
    assert.deepEqual(request?.headers.at(-1), { name: 'Accept', value: '*/*' });
    assert.deepEqual([response?.status, response?.reason], [403, '']);
    assert.deepEqual(response?.headers, [{ name: 'content-type', value: 'application/json' }]);
    assert.equal(response.body, '{\n  "message": "Forbidden"\n}');
  });

  it('reads text that stands further right', () => {
    const { response } = readHttpMessage('    HTTP/1.1 401 Unauthorized\n    A: b\n\n    {\n      "c": 1\n    }');
    assert.deepEqual([response?.status, response?.body], [401, '{\n  "c": 1\n}']);
  });

  it('reads a request line without version only where a path or an address follows', () => {
    assert.equal(readHttpMessage('GET https://x.example/a').request?.target, 'https://x.example/a');
    assert.equal(readHttpMessage('GET /a').request?.target, '/a');
    assert.deepEqual(readHttpMessage('PLEASE help'), {});
    assert.deepEqual(readHttpMessage(''), {});
  });
});
