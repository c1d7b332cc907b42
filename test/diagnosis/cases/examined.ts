/**
 * What an examiner's three tables showed to be unread, each kind in words of our own, and careless ways to say a refusal as a
 * person might put them.
 */
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import type { FaultCase, Wording } from '../support/faultCase.ts';
import { onceEach, someRight, worded } from '../support/usual.ts';

const answers: Partial<Readonly<Record<CauseId, readonly Wording[]>>> = {
  'key-invalid': [
    { status: 401, body: { errors: { base: ['This API key was switched off'] } } },
    { status: 401, body: { errors: { non_field_errors: ['The key is unknown'] } } },
    { status: 401, body: { type: 'list.error', errors: [{ code: 'unauthorized', message: 'Key invalid' }] } },
    { status: 422, body: { message: 'Check the fields', errors: { api_key: ['This key is not valid'] } } },
  ],
  'permission-read-only': [
    { status: 403, body: { errors: { base: ['This key may send GET requests only'] } } },
    { status: 403, body: { title: 'Forbidden', detail: 'DELETE is not permitted for keys that read.' } },
  ],
  'role-insufficient': [
    { status: 403, body: { message: 'Forbidden', help: 'Only owners of the account can call this' } },
  ],
  'service-down': [
    {
      status: 503,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>503</title></head><body>No backend</body></html>',
    },
  ],
  'blocked-before-service': [
    {
      status: 503,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Web page blocked</title></head><body>Access to this page is blocked by company policy</body></html>',
    },
    {
      status: 451,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>451</title></head><body>Not here</body></html>',
    },
  ],
  'rate-limited': [
    {
      status: 429,
      headers: { 'content-type': 'text/html', server: 'cloudflare' },
      body: '<!doctype html><html><head><title>Access denied</title></head><body>The owner restricts access: you are being rate limited</body></html>',
    },
  ],
  'wrong-address': [
    {
      status: 404,
      headers: { 'content-type': 'application/xml' },
      body: '<?xml version="1.0"?><Error><Code>NoSuchFile</Code><Message>The given key does not exist.</Message></Error>',
    },
  ],
  'invalid-request': [
    {
      status: 200,
      body: { errors: [{ message: 'Variable "$id" of required type was not given', locations: [{ line: 1 }] }] },
    },
  ],
  'not-found': [{ status: 404, body: [{ code: 'ENTITY_DELETED', message: 'The entity is deleted' }] }],
};

export const examinedCases: readonly FaultCase[] = [
  ...(Object.keys(answers) as CauseId[]).flatMap((cause) => worded(cause, answers[cause] ?? [], {}, 1)),
  ...onceEach(
    'key-invalid',
    401,
    `
    Access refused: key check negative · Something is wrong with your key · This key cannot be trusted
    Key is a stranger to us · Nope, not a key we know · The key has been withdrawn from service
    Your API credential is no good · The key fails our checks · Key not accepted here · Key hash mismatch
    We found no match for that key · The key was cancelled by its creator · API key is blocked
    This API key is no longer in our database · The secret does not match · Could not confirm your identity
    Identity could not be established · Not a key of ours · Sie sind nicht angemeldet: Schlüssel ungültig
    Clé d’accès refusée · La llave fue revocada · A chave foi cancelada · Chiave revocata
    De sleutel is ingetrokken · Klucz został unieważniony · Ключ аннулирован · 密钥已吊销 · キーは無効化されました · 키가 취소되었습니다
  `,
  ),
  ...onceEach(
    'key-expired',
    401,
    `
    Key past expiry · Your key’s time is up · Time has run out for this key · This key reached the end of its term
    Key not renewed in time · Key good until 1 Oct only · The key’s expiration date lies behind us
    Please get a fresh key, this one is out of date · Stale key · Dein Schlüssel ist seit gestern abgelaufen
    Votre clé n’est plus valable · Su llave ha caducado · Sua chave perdeu a validade
    La chiave non è più valida da ieri · Klucz jest już nieważny od wczoraj · Срок ключа закончился · 密钥过了有效期
    キーの使用期限が切れました · 키가 만료됨 · Ważność klucza upłynęła
  `,
  ),
  ...onceEach(
    'rate-limited',
    403,
    `
    Please slow down a little · You call us too much · Your call allowance for the hour is gone
    More than 100 calls in a minute · Only 10 calls a second, please · Request denied: over the limit
    No more calls today · Quota 0 left · Requests left: 0 · Usage threshold passed · We had to slow you down
    Du sendest zu schnell · Kontingent aufgebraucht · Trop rapide, ralentissez · Va demasiado rápido
    Calma, muitas chamadas · Hai superato il limite · Te veel verzoeken · Za dużo zapytań · Слишком часто · 太频繁了
    アクセス過多 · 너무 많은 요청
  `,
  ),
  ...onceEach(
    'permission-none',
    403,
    `
    You shall not see this · Off limits for this key · Your key opens other doors, not this one
    Area closed to this key · This key is not cleared for uptime · Nothing here for your key
    You are lacking the needed permission · Kein Recht auf diesen Bereich · Accès interdit à cette clé
    La clave no da acceso a esto · Esta chave não abre isto · Geen rechten · Доступ для ключа закрыт
  `,
    { offline: someRight, pasted: someRight },
  ),
  ...onceEach(
    'permission-read-only',
    403,
    `
    Look, don’t touch · You can look but not change · Changing is not for this key · Key: read yes, write no
    A reading key cannot write · Nothing may be written with this key · No modifications allowed
    The key is not a writing key · This key is just for viewing · Editing requires another key
    You have no right to write · Deine Schlüssel darf nur lesen · Vous n’avez que le droit de lire
    Con esta clave solo se lee · Con questa chiave si può solo leggere · Je mag hier niets wijzigen
    Только просмотр · 不可写入 · 変更できません · 수정할 수 없습니다 · Keys of the type "reader" may view and not touch
    Read only access keys may not do this
  `,
  ),
  ...onceEach(
    'role-insufficient',
    403,
    `
    Too low in rank · Viewers can’t · Only an owner can press this button · You lack owner rights · For admins
    You are not in the admin group · Insufficient user level · Your user is a guest · Must be done by the owner
    Ihre Benutzerrolle reicht nicht · Votre rôle ne suffit pas · Su rol no lo permite · Seu papel não permite
    Il tuo ruolo non lo consente · Uw rol is te laag · Twoja rola nie pozwala · Ваша роль не позволяет · 你的角色无权
    あなたのロールでは許可されていません · 역할이 부족합니다
  `,
  ),
  ...onceEach(
    'project-missing',
    400,
    `
    Where? Name a project · Project please · There was no project in your request · A project is a must
    No project, no answer · Say which project · Project header forgotten · Quel projet ? · ¿Qué proyecto?
    Qual projeto? · Quale progetto? · Welk project? · Jaki projekt? · Какой проект? · 哪个项目？ · どのプロジェクトですか
    어느 프로젝트입니까
  `,
  ),
  ...onceEach(
    'project-unknown',
    404,
    `
    Project? What project? · We looked, there is no such project · No trace of this project · Project vanished
    This project is unheard of · That project has been removed · Kein solches Projekt · Aucun projet de ce nom
    No hay tal proyecto · Não há tal projeto · Nessun progetto con questo id · Geen project met dit id
    Нет такого проекта · 没有这个项目 · そのようなプロジェクトはありません · No project matches this query · Bilinmeyen proje
  `,
  ),
  ...onceEach(
    'project-unknown',
    403,
    `
    You have been removed from that project · Not your project · This project is someone else’s
    This key cannot reach the project · Not authorized: no token with access to this project
  `,
  ),
  ...onceEach(
    'project-outside-key',
    403,
    `
    Wrong project for your key · This key opens another project · Your key lives in a different project
    Key and project do not belong together · The key knows only its own project
    That is not the project of this key · Falsches Projekt für diesen Schlüssel · Mauvais projet pour cette clé
    Proyecto equivocado para esta clave · Projeto errado para esta chave · Progetto sbagliato per questa chiave
    Ключ не от этого проекта · 这个密钥不属于该项目 · キーとプロジェクトが一致しません
  `,
  ),
  ...onceEach(
    'needs-broader-key',
    403,
    `
    Bring an organization key · Your project key is too small for this · Come back with a key of the organization
    A project’s key is not allowed here · That takes an organization-wide key
    Dafür braucht es einen Organisationsschlüssel · Il faut une clé d’organisation
    Hace falta una clave de organización · É necessária uma chave de organização
  `,
  ),
  ...onceEach(
    'region-mismatch',
    401,
    `
    You knocked at the wrong region · Your key is at home in the EU · Try our US site, your key is from there
    Other region, other key · This key is from elsewhere: eu-west · Key and region do not match
    Ihr Schlüssel ist aus einer anderen Region · Votre clé est d’une autre région · Su clave es de otra región
    Sua chave é de outra região
  `,
  ),
  ...onceEach(
    'service-down',
    503,
    `
    Gone fishing, back soon · Closed for repairs · Closed for maintenance · Power failure · The backend took a nap
    Temporarily closed · Temporarily unavailable, try again in 2 minutes
  `,
  ),
  ...onceEach(
    'service-down',
    500,
    `
    Our fault · Kaputt · Something exploded · Key server unreachable · segfault in project service
  `,
  ),
  ...onceEach(
    'invalid-request',
    400,
    `
    Too short · Not a URL · Bad interval · Where is the name? · The name must not be blank · Interval missing
    I cannot read your JSON · Unbekanntes Feld · Champ inconnu · Campo desconocido · owner_email is not an email
    expires_at must be in the future · The code must be one of a, b
    Unexpected token } in the body, was expecting a value at line 1
  `,
  ),
  ...onceEach(
    'invalid-request',
    422,
    `
    Nonsense value · start must be before end · project name must be unique
  `,
  ),
  ...onceEach(
    'key-invalid',
    403,
    `
    Your key was seen in a paste and we turned it off · Chiave disattivata · Account terminated
  `,
  ),
  ...onceEach(
    'key-invalid',
    400,
    `
    That key is not one of ours
  `,
  ),
  ...onceEach(
    'key-expired',
    400,
    `
    Expired key: a renewal by 1 October was required
  `,
  ),
  ...onceEach(
    'key-wrong-kind',
    401,
    `
    A mobile key was sent; backend keys are needed here · Frontend keys cannot be used on this host
  `,
  ),
  ...onceEach(
    'project-missing',
    404,
    `
    No project was sent
  `,
  ),
  ...onceEach(
    'project-missing',
    422,
    `
    The project id field is required when an organization key is used
  `,
  ),
  ...onceEach(
    'project-missing',
    401,
    `
    Unauthorized: no project in the request
  `,
  ),
  ...onceEach(
    'project-outside-key',
    400,
    `
    The key gives no access outside its own project
  `,
  ),
  ...onceEach(
    'rate-limited',
    503,
    `
    Requests per second over the limit of the account
  `,
  ),
];
