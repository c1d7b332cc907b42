/**
 * Words that were written down before the rules were tried on them: as many ways to say a thing as came to mind, in many
 * languages, none taken from a service. These speak of keys and tokens.
 */
import type { FaultCase } from '../support/faultCase.ts';
import { onceEach } from '../support/usual.ts';

export const unforeseenKeyCases: readonly FaultCase[] = [
  ...onceEach(
    'key-invalid',
    401,
    `
    Could not authenticate you · The API key appears to be wrong · No user owns this key · This key is dead
    Key was voided · We have never issued such a key · Bogus API key · API key does not check out
    Authentication credentials could not be verified · unable to authenticate with provided credentials
    The token of this request is good for nothing · Illegal access key · Nonexistent API key
    That key means nothing to us · Improper API key · Lookup of key failed · Signature verification failed
    The key is not on file · The key you sent is not registered · Key no longer in use · Blocked API key
    This key was replaced by a newer one · Mismatching API key · The key has been turned off · Login failed
    Unable to verify your API key · Unrecognised credential · Zugangsschlüssel nicht bekannt
    Dieser Schlüssel stimmt nicht · Cette clé ne correspond à aucun compte · Esta clave ya no sirve
    Chave desconhecida · Chiave non riconosciuta · De sleutel is ongeldig · Nieprawidłowy klucz API · このキーは使えません
    该密钥不可用 · Ключ не принят · Ogiltig nyckel · API anahtarı geçersiz · Virheellinen avain · Who is this?
    This key was never valid · Key deactivated by its owner · API key is not active
    Your key has been removed by an admin · Key is not ours · That key is unknown · The key has been cancelled
    Unverified key · We cannot match this key to an account · Account for this key is closed · Key fails validation
    wrong key · Key denied · No account has this key · Key is disabled · Schlüssel wurde gelöscht
    La clé a été supprimée · Clave eliminada · Chave inválida · キーが見つかりません · 密钥已被禁用 · Ключ удалён · Klucz nieznany
    Sleutel bestaat niet · Tuntematon avain · The API token you have supplied was not found in our system
    Sorry, that API key isn’t right · Access key ID does not exist · Your key does not work any more, it was reset
    User associated with this key was deleted · The credentials do not match our records.
    Failed to authenticate request · auth: key verify error · No valid credentials
    Authorization has been denied for this request · The supplied authentication is invalid
    Unable to find your key · This key has been blocked for security reasons
    Your key appears in a public repository and was revoked · Client authentication failed
    We could not log you in with this key · HMAC check failed for key · Token signature is invalid
    Your account was closed · You are using an old key, it was rolled over · Die Anmeldung ist fehlgeschlagen
    Identifiants incorrects · Credenciales no válidas · Credenciais inválidas · Credenziali non valide
    Onjuiste sleutel · Błędny klucz · Fel nyckel · Forkert nøgle · Hatalı anahtar · Neplatný klíč
    Érvénytelen kulcs · Cheie invalidă · 認証に失敗しました · 身份验证失败 · 密钥错误 · Неверный ключ · 인증에 실패했습니다 · API 키가 올바르지 않습니다
    מפתח לא תקין · مفتاح غير صالح
  `,
  ),
  ...onceEach(
    'key-invalid',
    403,
    `
    Invalid key supplied · The supplied key is not acceptable · Your key was banned · Invalid API key
    API key revoked · Key unknown
  `,
  ),
  ...onceEach(
    'key-invalid',
    400,
    `
    Invalid API key
  `,
  ),
  ...onceEach(
    'key-expired',
    401,
    `
    Key lifetime exceeded · Your key is too old · This key stopped working on 1 November 2026
    The key ran past its end date · The key has aged out · The API key reached its end date
    Please renew your API key · Key needs renewal · Key validity ended · Key is out of its validity window
    Key only worked until 2026-10-31 · The trial key is over · Your key is past due · Key valid through 2026-09-30
    credential no longer current · Die Gültigkeit des Schlüssels ist zu Ende · Schlüssel war bis 31.10.2026 gültig
    La validité de la clé est terminée · La vigencia de la clave terminó · A validade da chave terminou
    La chiave è scaduta · De sleutel is verlopen · Klucz wygasł · キーの期限が過ぎています · 密钥已过期 · 密钥有效期已结束
    Срок годности ключа истёк · Nyckeln har gått ut · Anahtarın süresi doldu · key expired on 2026-10-01
    Your access has expired · This key’s validity has run out · Expiry date of key passed
    The key you use has an expiry date in the past · Key rotation overdue, key disabled since its end
    Key too old, create another · The key was only good until last month · Key has outlived its term
    Credential expired · TTL exceeded · Key lapsed · Clé arrivée à échéance · Schlüssel läuft nicht mehr, abgelaufen
    Se venció la clave · Sua chave venceu · Chiave scaduta · 有効期限が切れたキー · 密钥到期 · Срок ключа вышел
    Avain on vanhentunut · Klíč vypršel · Your key has reached its expiration · Authentication expired
    Expiration of key was yesterday · Key no longer usable: end date reached · Key EOL
    Your API key ran out last week · This key has not been valid since May · The key is past its time
    The validity of your key is over · Key expires: 2025-01-01 · Your temporary key has ended
    The key you are using expired; issue a replacement · Key is due for replacement since 1 October
    Schlüssel ist nicht länger gültig, Ablaufdatum 1.10. · Clé expirée · La clé a dépassé sa date limite
    La clave ha llegado a su fin · Chave expirada · Chiave non più valida dal 1 ottobre · Sleutel vervallen
    Klucz stracił ważność · Nøglen er udløbet · Anahtarın süresi geçti · Platnost klíče skončila · A kulcs lejárt
    Cheia a expirat · 有効期限を過ぎています · 金鑰已過期 · Ключ просрочен · 키 유효기간이 지났습니다 · פג תוקף המפתח · انتهت صلاحية المفتاح
    Khóa đã hết hạn · Kunci sudah kedaluwarsa
  `,
  ),
  ...onceEach(
    'key-expired',
    403,
    `
    Key has passed its expiration
  `,
  ),
  ...onceEach(
    'key-wrong-kind',
    401,
    `
    This is not an API key but a session token · Please send an API key, not a token
    This sort of key does not work here · Ingest keys are for sending data only · You sent a public key
    Wrong type of key · Use a management key · OAuth tokens are not accepted · Expected an API key but got a JWT
    Unsupported token kind · Falscher Schlüsseltyp · Mauvais type de clé · Tipo de clave incorrecto · トークンの種類が違います
    密钥类型错误 · Неверный тип ключа · Read tokens cannot be used here · This endpoint wants an API key, not a session
    You cannot use a write token for this · Key has the wrong type · Keys of this type are not accepted
    The given token is a refresh token · Token is for telemetry · Not a management token
    Public keys cannot call this · Dieser Tokentyp wird nicht unterstützt · Ce type de jeton n’est pas accepté
    Este tipo de token no se admite · Publishable key used where a secret key is needed · Wrong key type
    Not an API key · You provided a session token · This API does not support OAuth tokens
    Use an API key, not a password · This is a write token; a management key is needed
    Personal tokens are not allowed here · Falsche Art von Schlüssel · Type de jeton incorrect
    Tipo de token no válido
  `,
  ),
  ...onceEach(
    'region-mismatch',
    401,
    `
    This key is for our EU site · You are calling the wrong region · Key lives in another data center
    Please use the US endpoint · Account is on another cluster · Key from a different region · Region mismatch
    Not valid in this region · Your data is kept in Europe, call the European host · Falsche Region
    Mauvaise région · Región incorrecta · Região errada · リージョンが違います · 区域错误 · Неверный регион
    This organization is served from us-east-1 · This is a test key, use the live one
    This account is in a different region · Wrong environment · Wrong stack for this key · Key belongs to staging
    The key is for the sandbox · Data center mismatch · Your workspace is located in the US region
    This is the EU endpoint, your key is from the US · Not in this region · Key unknown in this region
    Anderes Rechenzentrum · Autre région · Otra región · 別のリージョン · 其他区域 · Другой регион
    Your key belongs to another region · Invalid region · Please connect to the EU endpoint
    Key issued in US cannot be used in EU · Wrong data centre · Account not found in this region
    Use api.eu instead · This key is registered in a different data center · Falsches Rechenzentrum
    Région incorrecte · Clave de otra región · このキーは別リージョンのものです · 该密钥属于其他区域 · Ключ из другого региона
  `,
  ),
  ...onceEach(
    'token-expired',
    401,
    `
    Token is no longer fresh · Session has ended · Access token expired · Renew your token · Token abgelaufen
    Jeton périmé · Token caducado · トークンの期限切れ · Token is too old · The access token expired · Token lifetime is over
    Token timed out · Please refresh your token · Your session is over · Das Token ist abgelaufen
    El token ha caducado
  `,
  ),
  ...onceEach(
    'clock-skew',
    401,
    `
    Your clock is wrong · Token used before it was issued · Request timestamp too far in the past
    Time of request differs too much from ours · Check the date and time of your computer · Token not active yet
    Die Uhr Ihres Rechners geht falsch · RequestTimeTooSkewed · Request expired, check your clock
    Signature timestamp is too old · Clock skew too great · System time incorrect · Token issued in the future
    Your computer’s time is off · Difference between the request time and the current time is too large
  `,
  ),
];
