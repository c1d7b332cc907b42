/**
 * Words that were written down before the rules were tried on them: as many ways to say a thing as came to mind, in many
 * languages, none taken from a service. These speak of the project, and of other things.
 */
import type { FaultCase } from '../support/faultCase.ts';
import { onceEach } from '../support/usual.ts';

export const unforeseenProjectCases: readonly FaultCase[] = [
  ...onceEach(
    'project-missing',
    400,
    `
    A project has to be given · Project is blank · No project was chosen · Project not specified
    Project context is required · Project ID absent · You forgot the project · Several projects found, choose one
    Cannot tell which project this is for · Project must not be empty · Projekt wurde nicht angegeben
    Veuillez choisir un projet · Aucun projet · Indique un proyecto · Informe o projeto · Progetto mancante
    Geen project opgegeven · プロジェクトを選択してください · 未指定项目 · 프로젝트를 지정하세요 · Header for the project is needed
    Please add the project to the request · Without a project this cannot be answered · Project header not found
    Tell us the project · Project missing from request · This endpoint works within a project
    Request must be made in the context of a project · A project must be chosen first · Undefined project
    null is not a project · Expected a project id · project: this field is required · Es fehlt das Projekt
    Le projet n’est pas précisé · Debe elegir un proyecto · Escolha um projeto · Specificare un progetto
    Kies een project · Nie podano projektu · 缺少项目标识 · プロジェクトが指定されていません · Выберите проект · Please provide a project
    No project id in request · Project ID is required · The project parameter is mandatory
    You have to select a project · Missing required header: X-Project · Project not set
    We need to know the project · Request lacks a project · Project unspecified · Bitte Projekt angeben
    Projekt-ID fehlt · Projet manquant · L’identifiant du projet est obligatoire · Proyecto requerido
    Projeto obrigatório · Progetto obbligatorio · Project ontbreekt · Brak projektu · Projekt saknas
    Proje seçilmedi · Chybí projekt · プロジェクトは必須です · 请提供项目 · Укажите проект · 프로젝트가 필요합니다
  `,
  ),
  ...onceEach(
    'project-missing',
    403,
    `
    No project in context
  `,
  ),
  ...onceEach(
    'project-missing',
    401,
    `
    Project required
  `,
  ),
  ...onceEach(
    'project-missing',
    422,
    `
    project id is required
  `,
  ),
  ...onceEach(
    'project-unknown',
    404,
    `
    No project goes by that id · We have no such project · Project was deleted · That project is gone
    Project id is not known · This is not one of your projects · Project could not be resolved · Unknown project id
    Projekt existiert nicht · Proyecto no encontrado · Projeto não existe · Progetto non trovato
    Project bestaat niet · プロジェクトが存在しません · No matching project · Nothing known about this project
    Project lookup failed · There is no project like that · No project found · Project not in our records
    The project you asked for is not available · Could not load project · Project has been archived
    No project with id · Nie ma takiego projektu · Het project is niet gevonden · Il progetto non esiste
    Projeto desconhecido · No existe el proyecto · Ce projet n’existe pas · Unbekanntes Projekt · 找不到项目
    Project not found · Cannot find project · The project was not found or you have no access to it
    Invalid project id · Project with that id does not exist · Projekt wurde nicht gefunden
    Ce projet est introuvable · El proyecto no existe · Projeto inexistente · Progetto inesistente
    Project onbekend · Projekt nie istnieje · Projektet finns inte · Proje bulunamadı · Projekt neexistuje
    A projekt nem található · プロジェクトが見つかりませんでした · 项目未找到 · Проект не существует · 프로젝트를 찾을 수 없습니다
  `,
  ),
  ...onceEach(
    'project-unknown',
    403,
    `
    You are not in this project · You do not belong to this project · Project is not yours
    You have no part in this project · This project is out of reach · Project access denied
    You cannot use this project · Not a project member · Project off limits to you
    Project does not belong to your organization · You may not see this project · Project is private
    This project belongs to someone else · User has no access to project · Forbidden for this project
    You were removed from the project · Kein Zugriff auf dieses Projekt · Pas d’accès à ce projet
    Sin acceso al proyecto · Нет доступа к проекту · You are not a member of this project
    No rights in this project · You do not have access to this project · Access to project denied
    This project is not available to you · Project forbidden · Sie haben keinen Zugriff auf das Projekt
    Vous n’avez pas accès à ce projet · No tiene acceso a este proyecto · Sem acesso ao projeto
    Geen toegang tot dit project · このプロジェクトへのアクセス権がありません · 无权访问该项目 · Нет прав на этот проект
  `,
  ),
  ...onceEach(
    'project-unknown',
    401,
    `
    Unknown project
  `,
  ),
  ...onceEach(
    'project-outside-key',
    403,
    `
    This key belongs to a different project · Key and project do not match
    The project is outside of the scope of this key · This key cannot act on other projects
    Key is only good for its own project · Your key was made for another project
    That project is not the one of your key · Cross-project access is not permitted
    Key does not cover this project · Der Schlüssel gilt nur für ein anderes Projekt
    La clé est liée à un autre projet · La clave pertenece a otro proyecto · A chave é de outro projeto
    キーは別のプロジェクトのものです · 密钥属于其他项目 · Ключ от другого проекта · Project mismatch with key
    This key is restricted to one project · The key is tied to its project · Key not valid for the given project
    This key serves only one project · You used a key of another project
    Project of request and project of key differ · Key is locked to a different project
    Requested project is not the key’s project · Other projects are closed to this key
    The key can only be used in its own project · Key and project mismatch · Schlüssel passt nicht zum Projekt
    Cette clé ne vaut pas pour ce projet · La clave no es de este proyecto · A chave não é deste projeto
    このキーはこのプロジェクトでは使えません · 密钥与项目不匹配 · Ключ не подходит к проекту · This key is for a different project
    Key is not valid for this project · Your API key does not belong to this project
    The project does not match the key · Key restricted to another project
    Access limited to the project of the key · Der Schlüssel gehört zu einem anderen Projekt
    La clé appartient à un autre projet · Esta clave es de otro proyecto · Esta chave pertence a outro projeto
    このキーは他のプロジェクト用です · 该密钥仅限其他项目 · Этот ключ привязан к другому проекту
  `,
  ),
  ...onceEach(
    'needs-broader-key',
    403,
    `
    This call is for organization keys · Requires an org-wide key · You need a key of the whole organization
    Project keys may not manage the organization · Not possible with a project key · Account-wide key required
    Only organization-level keys can do this · A key that is limited to a project cannot do this
    Use your organization API key · Organisationsschlüssel erforderlich · Une clé d’organisation est nécessaire
    Se necesita una clave de organización · É preciso uma chave da organização · 組織のキーが必要です · 需要组织密钥
    Нужен ключ организации · This works with organization keys only · Project-scoped keys are not enough
    Use an organization-level key for this · A key for the whole organization is required
    Project keys have no access to members · Only available to organization keys · Not available to project keys
    The key must be organization wide · Projektschlüssel reichen nicht · Les clés de projet ne suffisent pas
    Con una clave de proyecto no se puede · プロジェクトキーでは操作できません · 项目密钥无法执行此操作 · Ключа проекта недостаточно
    Organization token required · Needs an organization API key · Project keys cannot do this
    You must use an organization-level key · Forbidden for project-level keys
    Key scope too small: organization needed · Project API keys are not supported on this endpoint
    Please use a key for the organization · Nur mit Organisationsschlüssel · Clé d’organisation requise
    Se requiere clave de organización · Requer chave da organização · 組織キーが必要 · 需要组织级密钥 · Требуется ключ организации
  `,
  ),
  ...onceEach(
    'service-down',
    503,
    `
    We will be back · Please come back later · Try again in some minutes · Unavailable · System busy
    Backend is not reachable · Service unavailable. Try again in 30 seconds
    The service is temporarily unavailable, please try again in a few minutes · Server is overloaded, retry in 10 s
    Too busy · Dependency failed · Deadline exceeded · upstream request timeout · Please wait while we restart
    Under heavy load · No healthy upstream · Circuit breaker is open · Read-only mode while we migrate
    Wir starten gerade neu · サーバーが混み合っています · Сервис недоступен · Down for maintenance · Maintenance window
    Service degraded · We are having problems · Out of service · Server too busy · Capacity problem
    Wartungsarbeiten · Service indisponible · Servicio no disponible · Serviço indisponível · 系统维护中
    Ведутся технические работы · 서비스 점검 중입니다
  `,
  ),
  ...onceEach(
    'service-down',
    500,
    `
    Unexpected error · An exception occurred · key cache failure · Internal · Could not read key from cache
    Failed to load project · token service unreachable · Permission service timed out · Rate limiter unavailable
    unknown error · clock skew detected in cluster · region failover · An error expired the cache
    Internal Server Error · Oops! Something broke · Unhandled exception in KeyService · panic: nil map
    Error 500: project service returned error · Interner Fehler · Erreur interne · Error interno · 内部错误
  `,
  ),
  ...onceEach(
    'service-down',
    502,
    `
    Invalid response from upstream · Authentication backend failed
  `,
  ),
  ...onceEach(
    'service-down',
    504,
    `
    Authorization server took too long
  `,
  ),
  ...onceEach(
    'invalid-request',
    400,
    `
    Interval is too small · Bad value · Body could not be read · JSON expected · Unexpected end of input
    url must be https · Name already taken · Ungültiger Wert · Valeur incorrecte
    Timeout must be less than interval · Unknown field · Name is required · url is invalid · Value out of range
    period must be one of 1, 5, 15 · Wrong date format · Missing body · Unsupported value
    Cannot create more than 10 monitors at once · No changes given · Field cannot be changed
    Expired is not a valid value for status · Key name is too long · role must be one of owner, member
    Limit must be at most 100 · region must be one of eu, us · Rate must be a number · type is not supported
    Missing parameter: name · Invalid JSON · interval: must be a number · The url field must be a valid URL.
    Cannot parse request · Malformed body · Request body is empty · Fehlende Angabe: Name · Paramètre manquant
    Falta el campo nombre · 参数错误 · パラメータが不正です · Неверный параметр · type: expected string, got number
    Unexpected token } in JSON at position 4 · Query string is not valid · Unknown property keyName
  `,
  ),
  ...onceEach(
    'invalid-request',
    422,
    `
    Unprocessable · The name is too long · Validation error · The owner is required · access level is invalid
    Token name taken · Read-only field id was sent · Validation failed · key name must be unique
    The limit may not be greater than 100
  `,
  ),
  ...onceEach(
    'invalid-request',
    409,
    `
    Conflict · Duplicate · Version conflict · Monitor is being updated · A monitor with this name exists already
    Name already in use · Resource already exists
  `,
  ),
  ...onceEach(
    'invalid-request',
    413,
    `
    Too large
  `,
  ),
  ...onceEach(
    'invalid-request',
    415,
    `
    Unsupported media type
  `,
  ),
  ...onceEach(
    'invalid-request',
    405,
    `
    Method not allowed · PUT is not supported here
  `,
  ),
  ...onceEach(
    'not-found',
    404,
    `
    Gone · No monitor · Nothing here · Introuvable · No encontrado · 見つかりません · Resource was deleted
    The item has been removed · Not Found · No such monitor · Monitor could not be found · Object not found
    Does not exist · Record not found · Eintrag nicht gefunden · No hay tal recurso · 资源不存在 · リソースが見つかりません
    Ресурс не найден
  `,
  ),
  ...onceEach(
    'not-found',
    410,
    `
    This monitor has been deleted
  `,
  ),
];
