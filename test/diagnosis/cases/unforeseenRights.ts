/**
 * Words that were written down before the rules were tried on them: as many ways to say a thing as came to mind, in many
 * languages, none taken from a service. These speak of limits, permissions and roles.
 */
import type { FaultCase } from '../support/faultCase.ts';
import { onceEach, someRight } from '../support/usual.ts';

export const unforeseenRightCases: readonly FaultCase[] = [
  ...onceEach(
    'rate-limited',
    403,
    `
    Request rate is too high · You made 1201 calls in the last minute; 600 are allowed · Hourly allotment consumed
    Burst limit exceeded · Capacity for this key is exhausted · Usage cap hit · API limit exceeded · Too many hits
    Please pace your requests · Excessive requests · You have no remaining calls
    Calls are limited to 100 per minute · Das Limit für Anfragen ist erreicht · Anfragekontingent erschöpft
    Vous envoyez trop d’appels · Quota dépassé · Límite de uso alcanzado · Limite de chamadas excedido · 調用次數超過上限
    アクセスが集中しています。しばらくしてからお試しください · 请求太快 · Превышено число запросов · Request volume limit · Flood detected
    Daily quota consumed · Allowance used up until tomorrow · Rate-limit tripped · Your request budget is spent
    Quota for this project exceeded · Project has used all its calls for today
    Monthly plan limit of requests was hit · Your organization is over its API allowance · Token bucket is empty
    API call quota per key reached · Only 60 requests per minute are allowed · Key exceeded its request rate
    Wait a minute before you try again · Calling too often · Daily maximum reached · You are out of calls
    You are being throttled · Request limit hit, come back in an hour · Your usage is above what your plan allows
    API usage limit · Over your allowance · Your app has made too many requests
    Calls to this API have exceeded the rate limit · Daily limit · Exceeded maximum number of calls
    Retry after some seconds, too many calls · Too many concurrent requests
    Traffic from your key exceeds the limit · You have exhausted your request budget
    Limit of free requests reached · Requests are coming in too fast · Sie haben das Anfragelimit überschritten
    Zu viele Zugriffe · Limite de requêtes atteinte · Vous avez atteint votre quota · Demasiadas peticiones
    Se superó la cuota · Muitas requisições · Cota esgotada · Limite di richieste superato · Te veel aanvragen
    Przekroczono limit zapytań · För många förfrågningar · Çok fazla istek gönderdiniz · Příliš mnoho požadavků
    请求过于频繁 · 已达到请求上限 · リクエスト数の上限を超えました · Лимит исчерпан · 요청 한도를 초과했습니다
  `,
  ),
  ...onceEach(
    'rate-limited',
    400,
    `
    User request limit reached · Application request limit reached
  `,
  ),
  ...onceEach(
    'rate-limited',
    503,
    `
    Rate limit exceeded · Throttled · Too many requests
  `,
  ),
  ...onceEach(
    'rate-limited',
    402,
    `
    Plan limit exceeded · Your free calls are used up · Upgrade to send more requests
  `,
  ),
  ...onceEach(
    'rate-limited',
    401,
    `
    Too many failed attempts, wait
  `,
  ),
  ...onceEach(
    'permission-none',
    403,
    `
    Your key is not entitled to monitoring · This token has no privileges here · Feature not enabled for this key
    The key lacks the right to see this · Action is outside the powers of this key
    You are not allowed to view this · Missing scope · Not permitted with this key · This module is off for your key
    Key has insufficient privileges · Restricted area · API key missing permissions · Insufficient rights
    Dieser Schlüssel hat hier keine Rechte · Droits insuffisants · No dispone de permisos · Sem permissão · 权限不足
    Недостаточно прав · Access to monitors is switched off for this key · Key has no grant for this resource
    Policy does not allow this action for the key · This key may not list monitors · Missing access rights
    This action needs more permissions than the key has · Not authorised to see monitors
    Your API key is limited to other areas · Scope too narrow · You need the permission to view this
    The key does not carry the scope for this · API key is not permitted to call this endpoint
    Access rights insufficient · Not entitled · Unzureichende Berechtigung · Accès non autorisé à ce module
    Permiso denegado · Permissão insuficiente · 没有访问权限 · У ключа нет разрешения · Privilege missing
    You do not have access to this resource · User does not have permission · The key has no permission for this
    API key lacks access · Your key is missing the scope · The access token does not have the required scope
    Required privileges missing · Your credentials do not allow access to this resource
    Ihnen fehlt die Berechtigung · Vous n’avez pas les droits · No tiene permisos · Você não tem permissão
    Non hai i permessi · U hebt geen rechten · Brak uprawnień · Du saknar behörighet · Yetkiniz yok
    Nemáte oprávnění · Nincs jogosultsága · 権限がありません · У вас нет прав · 권한이 없습니다 · Access not granted
    Not in your scope · This product is not part of your key
  `,
    { offline: someRight, pasted: someRight },
  ),
  ...onceEach(
    'permission-none',
    401,
    `
    The key lacks a scope
  `,
    { offline: someRight, pasted: someRight },
  ),
  ...onceEach(
    'permission-read-only',
    403,
    `
    This key cannot write · Write scope missing · Only GET is allowed with this key · The key is for reading
    Mutations are not available to this key · Your key may look but not touch · Modify permission is missing
    Key has read level · Non-writable key · Write access denied · You have only viewing rights
    Writes require another key · Update permission needed · Lesen erlaubt, Schreiben nicht
    Schreiben ist mit diesem Schlüssel nicht möglich · Écriture interdite · Accès en lecture uniquement
    Escritura no permitida · Só leitura · Solo in lettura · 書き込みは許可されていません · 没有写权限 · Запись запрещена
    Ключ только на чтение · This credential was made for viewing · Cannot modify anything
    Creating monitors needs write access · POST not allowed for this key · This key was created with read access
    Deleting is forbidden for this key · Key permission: read · Needs permission to write
    Creating things is not something this key can do · You cannot add monitors with this key
    Key without write permission · The key has no write access · Reader key · Change not permitted by this key
    Updates are blocked for read keys · The scope read does not cover this · The key grants read, write is needed
    Keine Schreibrechte · Droit d’écriture manquant · Sin permiso de escritura · Sem permissão de escrita
    書き込み権限がありません · 仅有读取权限 · Нет прав на запись · Brak uprawnień do zapisu · Geen schrijfrechten
    The key you use is restricted to reading · Your access is read only · No write privileges
    The key does not permit changes · Writes are off for this key · You may only view · You cannot make changes
    Key has only read rights · Requires write · Insufficient scope: write · Write permission required
    This key is not allowed to create monitors · This token was issued for reading
    Your key does not allow creating resources · Not allowed to modify · Nur Lesezugriff · Schreibzugriff verweigert
    Accès en écriture refusé · Solo puede leer · Acceso de escritura denegado · Apenas leitura
    Accesso in scrittura negato · Alleen-lezen sleutel · Tylko do odczytu · Endast läsbehörighet
    Salt okunur anahtar · Pouze pro čtení · Csak olvasható · 読み取り専用です · 只读密钥 · Только чтение · 읽기 전용 키입니다
  `,
  ),
  ...onceEach(
    'role-insufficient',
    403,
    `
    Managers only · This needs an administrator · Your rank is too low · Only the account owner can
    You do not have the Owner role · Admin access required · User does not have admin · Requires elevated role
    Ask an owner to do this for you, members cannot · Members may not do that · Editors cannot delete
    Higher role needed · Restricted to owners · This is an admin-only endpoint · Superuser required
    User must have role Administrator · Reserved for administrators · Guests are not allowed
    Your membership level is insufficient · Rolle reicht nicht aus · Sie sind kein Administrator
    Seul un administrateur peut · Debe ser administrador · Apenas administradores
    È richiesto il ruolo di amministratore · Alleen beheerders · Tylko administrator · 管理者権限が必要です · 需要管理员权限 · 仅限所有者
    Только владелец · Требуются права администратора · 관리자만 가능합니다 · Only admins · You must own this organization
    Role viewer cannot perform this action · Insufficient role: requires admin · This needs the role of an owner
    Please ask an administrator, your role does not allow it · Your account type is member, which cannot do this
    Admins can do this, you cannot · Permission reserved to admin users · Minimum role: maintainer · Team leads only
    User is not privileged enough · Sie brauchen die Rolle Administrator · Réservé au propriétaire
    Se requiere el rol de administrador · Função insuficiente · 所有者のみ · 角色不够 · Недостаточная роль
    Ruolo insufficiente · You must be an owner or admin · Only the owner may do this · Action needs admin rights
    Your role does not permit this · Access restricted to admins · You need admin privileges · Admin only
    Not an administrator · This is for administrators · Requires the owner of the organization
    Only team admins can create monitors · Members with role developer cannot do this · Role insufficient
    Ihre Rolle erlaubt das nicht · Nur für Administratoren · Administratorrechte erforderlich
    Droits d’administrateur requis · Vous devez être propriétaire · Se requieren permisos de administrador
    Requer administrador · Solo gli amministratori possono farlo · U moet beheerder zijn
    Wymagana rola administratora · Endast administratörer · Yönetici olmalısınız · Pouze správci
    Csak rendszergazdák · 管理者のみ · 只有管理员可以 · Нужны права владельца · 관리자 권한이 필요합니다
  `,
  ),
];
