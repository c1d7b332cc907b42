/**
 * The words by which APIs refuse, whichever API it is: what they speak of (subjects) and what they say of it
 * (predicates), one line a language. What only one service says stands in that service's definition.
 *
 * Written as they are after folding: small letters, no accents, hyphens and underscores as spaces.
 */

/** What a text can speak of. */
export const subjects = {
  key: [
    String.raw`\b(?:api|access|secret|subscription|auth(?:orization)?) ?keys?\b(?! (?:names?|labels?|descriptions?|titles?|ids?)\b)|\bapikeys?\b(?! (?:names?|labels?|descriptions?|titles?|ids?)\b)|\bkeys?\b(?! (?:names?|labels?|descriptions?|titles?|ids?)\b)|\b(?:auth|authorization|authentication|credential|(?:api )?key|token)s? (?:header|field|parameter|variable|cookie)s?\b|\bauthorization\b(?! (?:error|failed|failure|denied|code|required))|bearer`,
    String.raw`schlussels?\b`,
    String.raw`\bcles?\b`,
    String.raw`\bclaves?\b|\bllaves?\b`,
    String.raw`\bchaves?\b`,
    String.raw`\bchiav[ei]\b`,
    String.raw`\bklucz|sleutel|\bnyckel|anahtar|nogle|nokkel|\bavain|\bklic\b|kulcs|\bcheie|\bkhoa\b|\bkunci\b|κλειδι|مفتاح|מפתח|คีย์|कुंजी`,
    'キー|密钥|密匙|金鑰|(?:api|액세스) ?키|키(?:가|는|를)|ключ',
  ],
  token: [
    String.raw`\b(?:authentication |auth |access |bearer )?tokens?\b|\bjwts?\b|\bsessions?\b`,
    String.raw`\bjetons?\b|sitzung|\bsesion\b|\bsessao\b`,
    'トークン|セッション|令牌|權杖|会话|токен|сесси|토큰|세션',
  ],
  credential: [
    String.raw`\bcredentials?\b|\bauthentication\b|\bauthenticat(?:e|ed)\b|\bauth(?:ed)?\b`,
    'zugangsdaten|anmeldedaten|anmeldung|authentifizierung',
    String.raw`\bidentifiants?\b|authentification`,
    'credencial|autenticacion',
    'autenticacao',
    'credenzial|autenticazione',
    '認証|资格|凭据|凭证|身份验证|认证|憑證|учетн|аутентификаци|인증',
  ],
  permission: [
    String.raw`\bpermissions?\b|\bscopes?\b|\bprivileges?\b|\brights\b|\b(?:does|do)(?: not|n't) (?:include|cover|grant)\b|\bnot (?:been )?(?:enabled|granted) (?:for|to)\b|\bentitlements?\b|\baccess level\b|\bnot (?:allowed|permitted|authori[sz]ed) to (?:perform|do|use|access|call|create|write|read|view|list|delete|update|modify|change|edit|execute|make)\b`,
    String.raw`berechtigung|\brechte?\b|befugnis`,
    String.raw`\bautorisations?\b|\bdroits?\b`,
    String.raw`\bpermisos?\b|\bprivilegios?\b|autorizacion`,
    'permiss[ao]o|permissoes|autorizacao',
    'permess[oi]|autorizzazion|uprawnie|rechten|toestemming',
    String.raw`権限|アクセス権|アクセス許可|权限|權限|授权|(?<!\p{L})прав[ао]?(?!\p{L})|разрешени|полномочи|권한`,
  ],
  role: [
    String.raw`\b(?:admin(?:istrator)?s?'?|owners?'?|super ?users?) (?:privileges?|rights?|permissions?|access|role)\b|droits? d'administra[a-z]*|administratorrechte|(?:permisos?|privilegios|derechos|rol) de administrador|(?:permissao|permissoes|privilegios|direitos) de administrador|管理者権限|管理员权限|管理員權限|прав[а-я]* администратора`,
    String.raw`\bowners?\b|\badmin(?:istrator)?s?\b|\bsuper ?users?\b|\bsuper ?admins?\b|\bsysadmins?\b|\bmanagers?\b|\broles?\b`,
    'eigentumer|inhaber|administrator|rolle',
    'proprietaire|administrateur',
    String.raw`propietari[oa]|administrador|\brol\b`,
    String.raw`proprietari[oa]|\bpapel\b|\bfuncao\b`,
    String.raw`amministrator|\bruolo\b`,
    String.raw`管理者|オーナー|所有者|ロール|役割|管理员|管理員|角色|администратор|владел|(?<!\p{L})рол[ьи]|관리자|소유자`,
  ],
  region: [
    String.raw`\bregions?\b|\bdata ?cent(?:er|re)s?\b|\benvironments?\b|\bregional\b|data residency|\b(?:cross|inter) ?region\w*(?: (?:access|requests?|calls?))?|\bstaging\b|\bsandbox\b|\b(?:shard|stack|cluster)\b|\b(?:another|different|other|wrong) (?:cell|pod|partition|silo|zone|geography|continent)\b|hosted elsewhere|(?:made|issued|created|generated|registered) in the (?:eu|us|uk|apac)\b|(?:hosted|homed|held|kept|lives?|stored|located|resides?) (?:in|on|at) (?:the )?(?:europe\w*|america\w*|asia\w*|australia\w*|united \w+)|\b(?:european|american|eu|us|uk|apac|australian) (?:api|host|endpoint|server|url|base|site|domain|address|service)\b|\b(?:eu|us|ap|uk|sa|af|me) (?:west|east|central|north|south)\w*\b|(?:hosted|homed|held|kept|lives?|stored|located|resides?) (?:in|on|at) (?:the )?(?:eu|us|uk|apac|emea)\b|(?:test|sandbox|staging|live|production|eu|us) (?:mode|keys?|tokens?|instance|cluster|account|data)\b`,
    'umgebung|rechenzentrum',
    'environnement',
    'entorno',
    'ambiente|regiao',
    'リージョン|環境|区域|地区|环境|регион|окружени|среда|среды|среде|리전|환경',
  ],
  content: [
    String.raw`\b(?:json|body|payload|syntax|query|parameters?|content type|characters|fields?|input|variables?|validation|arguments?|values?|request (?:body|format)|bad request|invalid request|malformed request|must be (?:one of|unique|between|before|after|in the (?:future|past)|at (?:least|most)))\b`,
    'anfragetext|feld|parameter|eingabe|ungultige anfrage|anfrage ist ungultig',
    String.raw`\bcorps\b|\bchamps?\b|parametre|requete (?:est )?(?:invalide|incorrecte|mal formee)`,
    String.raw`\bcuerpo\b|\bcampos?\b|parametro|solicitud (?:es )?(?:no valida|incorrecta|invalida)`,
    String.raw`\bcorpo\b|requisicao invalida|solicitacao invalida`,
    '本文|パラメータ|フィールド|リクエストが(?:不正|無効)|不正なリクエスト|参数|字段|请求体|请求无效|无效的请求|параметр|поле|поля|тело запроса|некорректный запрос',
  ],
  thing: [
    String.raw`\b(?:resource|entry|entity|object|endpoint|route|page|url|path|record|item|method)s?\b`,
    'ressource|seite|pfad|objekt|eintrag',
    'recurso|objeto|pagina|ruta|rota',
    'リソース|ページ|资源|页面|接口|ресурс|страница|объект|путь',
  ],
} as const;

/** The other languages' words for what a service may call a project, by the English word. */
export const projectWords: Readonly<Record<string, string>> = {
  project: String.raw`\bpro?j\b(?: ?id\b)?|\bproje[ck]ts?\b(?: (?:id|slug)s?\b)?(?: (?:header|field|parameter|value|attribute))?|projekts?|\bprojets?\b|\bproyectos?\b|\bprojetos?\b|\bprogett[oi]\b|プロジェクト|项目|專案|про[ее]кт|проєкт|프로젝트|\bproje\b|\bprojeniz|\bproiect|\bprosjekt|\bdu an\b|\bproyek\b|εργο|مشروع|פרויקט|โครงการ|परियोजना`,
  tenant: String.raw`\bmandant|\blocataire|\binquilin[oa]s?\b|テナント|租户|租戶|арендатор|тенант|테넌트`,
  workspace: String.raw`arbeitsbereich|espaces? de travail|espacios? de trabajo|espacos? de trabalho|ワークスペース|工作区|工作空间|рабоч[а-я]+ (?:пространств|област)|워크스페이스`,
  site: String.raw`\bstandort|\bsitio\b|サイト|站点|сайт`,
  team: String.raw`\bequipes?\b|\bequipos?\b|チーム|团队|команд`,
  account: String.raw`\bkonto\b|\bcomptes?\b|\bcuentas?\b|\bcontas?\b|アカウント|账户|帐户|аккаунт|учетн[а-я]+ запис`,
  organization: String.raw`organisations?|organizacion|organizac(?:ao|oes)|組織|组织|組織|организаци`,
  environment: String.raw`umgebung|environnement|entorno|ambiente|環境|环境|окружени`,
  space: String.raw`\bespaces?\b|\bespacios?\b|\bespacos?\b|スペース|空间|пространств`,
};

/** What a text can say of its subject. */
export const predicates = {
  missing: [
    String.raw`\b(?:missing|(?:is|are) (?:required|mandatory|needed|absent)|required|needed|mandatory|must be (?:provided|specified|given|set|supplied|present|included|sent|selected|chosen|named|passed|stated|indicated|identified)|no (?!access|longer|such|matching)(?:(?!for|with|to|of|in|match|the |this |that )\w+ ){1,4}?(?:was |were |has been |have been |is )?(?:provided|specified|given|supplied|selected|sent|present|chosen|set|included|named|in (?:the )?(?:request|headers?)|found in (?:the )?(?:request|headers?))|none (?:was |were )?(?:given|provided|specified|sent|named|selected)|(?:can ?not|can't|must not|may not|should not) be (?:blank|empty|null|missing|omitted)|not associated with|must be (?:scoped|tied|bound|addressed|limited) to|(?:can ?not|can't|could not|unable to) (?:determine|infer|tell|decide on)|(?:is|was) (?:blank|null|omitted)|(?:not|never|\w+n't) (?:been )?(?:provided|specified|given|set|supplied|present|included|sent|selected|chosen|found in (?:the )?(?:request|headers?))|was empty|is empty|(?:did|have|has|had)(?: not|n't) (?:receive|get|see|provided?|sen[dt]|suppl(?:y|ied)|included?|specif(?:y|ied)|give|given|pass|passed|set|present|contain|carry|named?|select|choose|attach)|do(?:es)?(?: not|n't) (?:specify|contain|carry|name) (?:an?|any)|(?:(?:failed|unable|not able) to|(?:could|can) ?(?:not|n't)) (?:be )?(?:resolve|extract|obtain|retrieve|get|detect|see|find|locate|found)d? (?:(?!match|that|which|like|equal)\w+ ){0,6}?(?:variable|(?:in|from|on|of|with) (?:the |your |this )?(?:\w+ )?(?:request|headers?|query|url|cookies?)))\b`,
    '(?:wird|werden) .{0,60}benotigt|fehlt|fehlen|fehlend|erforderlich|notwendig|notig|(?:nicht|muss) (?:angegeben|gesendet|ubergeben|gesetzt)|kein[a-z]* .{0,30}(?:angegeben|ausgewahlt|gesendet|ubermittelt)',
    String.raw`manquant|manque|requis|obligatoire|necessaire|absente?\b|(?:pas|aucune?) .{0,40}(?:fourni|indique|precise|specifie|selectionne|transmis)`,
    String.raw`\bfalta\b|\bfaltan\b|faltante|requerid|obligatori|necesari|no (?:se )?(?:ha )?(?:sido )?(?:indic|especific|proporcion|envi|seleccion)`,
    'obrigatori|ausente|faltando|necessari|nao (?:foi )?(?:informad|especificad|fornecid|indicad|enviad|selecionad)',
    'mancante|manca|obbligatori|richiest|non (?:e stat[oa] )?(?:specificat|fornit|indicat)',
    '必須|必要です|指定されていません|指定がありません|が必要|ありません|されていない|未指定|缺少|缺失|必须|必需|未提供|为空|отсутствует|требуется|необходим|не указан|не задан|не передан|не выбран|обязател|누락|필요|지정되지',
  ],
  needs: [
    String.raw`^ ?(?:please )?(?:set|add|send|pass) |\b(?:requires?|needs?|must (?:include|provide|specify|contain|name|select|choose|send|pass|set|have|use|state|give|indicate|identify|carry|declare|be accompanied by)|(?<!\bnot |\bcannot |\bcan't )(?:please |you (?:need|have) to )?(?:provide|specify|choose|select|supply|include|name|state|indicate|identify|pick|use|tell (?:us|me))\b|no|without|which|lacks?|lacking|expect(?:s|ed|ing)?)\b`,
    'benotigt|braucht|verlangt|wahlen sie|geben sie|kein[a-z]*',
    String.raw`\bnecessite|\bexige|veuillez|\baucune?\b|doit (?:indiquer|preciser|contenir|fournir)`,
    String.raw`\brequiere\b|\bnecesita\b|\bdebe\b|seleccione|elija|indique|especifique|ningun`,
    String.raw`\brequer\b|\bprecis[ao]\b|\bdeve\b|selecione|escolha|informe|especifique|nenhum`,
    'richiede|specificare|selezionare|選択して|指定して|请选择|请指定|需要|выберите|укажите|требует',
  ],
  unknown: [
    String.raw`\b(?:unknown|not found|no such|no matching|no (?:\w+ ){1,2}(?:found|like (?:that|this))|no \w+(?: \w+)? (?:with|matching|matches|named \w|called \w|by (?:that|this)|exists?|has|have|under)|never heard of|(?:did|was) ?(?:not|n't) (?:find|recogni[sz]ed?)|unable to (?:find|locate)|failed to (?:find|locate)|not (?:be )?located|no (?:query )?results? for|nothing (?:found )?for|(?:does|do|did) ?(?:not|n't) exist|off limits|(?:could|can) ?(?:not|n't) (?:be )?(?:find|found|locate)|(?:could|can) ?(?:not|n't) be (?:located|resolved|determined|identified|loaded|looked up)|cannot (?:be )?(?:find|found)|no longer exists?|non ?existent|not exist|(?:must|has to|have to|needs? to|should) (?:(?:be|refer to|reference|point to|name|match|identify|belong to) )?(?:an? |one |the )?(?:\w+ )?(?:that )?exist(?:s|ing)?)\b`,
    'unbekannt|nicht gefunden|existiert nicht|nicht vorhanden|gibt es nicht',
    `introuvable|n'existe (?:pas|plus)|inconnu|non trouve|pas (?:ete )?trouve`,
    'no (?:se )?(?:ha )?(?:podido )?encontr|no existe|desconocid|inexistente',
    'nao (?:foi )?encontrad|nao existe|desconhecid|inexistente',
    'non trovat|inesistente|non esiste|niet gevonden|onbekend|nie znalezion',
    '見つかりません|見つかりませんでした|存在しません|存在しない|不存在|未找到|找不到|没有找到|未知|не найден|не существует|не удалось найти|такого .{0,20}нет|неизвест|찾을 수 없|존재하지',
  ],
  invalid: [
    String.raw`\b(?:invalid|not valid|\w+n't valid|incorrect|wrong|bad|not accepted|not recogni[sz]ed|unrecogni[sz]ed|rejected|revoked|deleted|deactivated|disabled|archived|inactive|suspended|retired|decommissioned|terminated|withdrawn|cancell?ed|removed|unusable|compromised|failed|failure|not known|(?:no longer|not|\w+n't) (?:valid|active)|rotated|not match any|no (?:account|user|organi[sz]ation|customer|record|client) .{0,20}(?:match(?:es|ing)?|found|for)|(?:does|do|did)(?:n't| not) (?:look right|recogni[sz]e|know|accept|match any|correspond|resolve|map to)|(?:could|can)(?:n't| not) (?:be )?(?:verif\w+|authenticat\w+|validat\w+)|unable to (?:authenticate|verify|validate)|could not be verified|unverified)\b`,
    'ungultig|nicht gultig|falsch|widerrufen|gesperrt|geloscht|deaktiviert|fehlgeschlagen|nicht (?:anerkannt|bekannt|akzeptiert)',
    String.raw`\binvalide|non valide|pas valide|incorrect|erron[e]|revoque|desactive|supprime|refusee?|pas reconnue?|echou|echec`,
    'invalid[oa]|no (?:es )?valid[oa]|incorrect[oa]|revocad[oa]|deshabilitad|desactivad|eliminad|fallid|fallo',
    'invalid[oa]|nao (?:e )?valid[oa]|nao (?:foi )?reconhecid|incorret[oa]|revogad[oa]|desativad|excluid|falhou|falha',
    'non valid[oa]|errat[oa]|revocat|ongeldig|nieprawidlow|gecersiz',
    '無効|不正|正しくありません|正しくない|取り消|失敗|无效|無效|不正确|错误|已撤销|吊销|禁用|停用|失败|неверн|недейств|неправил|отозван|отключен|удален|не удалась|ошибка аутент|유효하지|잘못된|실패',
  ],
  expired: [
    String.raw`\b(?:expired?|expires?|expiration|expiry|lapsed|past its (?:end|expir\w*)|ran out|run out|(?:validity|lifetime)(?: period)? (?:is |has )?(?:over|ended|passed|up|exceeded)|(?:period|time|term) (?:is|was|has) (?:over|up|ended|passed)|has ended|ended on|was valid until|only valid until|no longer (?:valid|accepted|usable) (?:as of|since|after)|not (?:valid|accepted|usable) (?:after|past|since|beyond)|end of (?:its|their|the|your) (?:validity|life\w*|term)|only valid for \d+|(?:needs? to|must|has to|should) be renewed|elapsed|outlived|over its lifetime|exp claim|out of date|outdated|too old|no longer fresh|stale|(?:sign|log) ?in again|\b(?:has |have )?timed out\b(?= *$)|re ?authenticate|timed out session|session time ?out)\b`,
    '(?:gultigkeit[a-z]*|laufzeit|frist) .{0,40}(?:beendet|vorbei|zu ende|uberschritten|geendet|verstrichen)|abgelaufen|verfallen|ausgelaufen|nicht mehr gultig|lauft ab',
    '(?:validite|delai|periode|duree|terme) .{0,40}(?:terminee?|depassee?|ecoulee?|finie?|achevee?|passee?)|expiree?|perimee?|a expire|plus valide (?:depuis|apres)|plus valable|arrivee? a (?:echeance|expiration)',
    '(?:validez|plazo|periodo|vigencia) .{0,40}(?:terminad|termino|finaliz|conclu|acab)|expirad[oa]|caducad[oa]|vencid[oa]|(?:valid[oa]|vigente) hasta|dejo de ser valid|ha (?:expirado|caducado|vencido)|caduco|expiro|vencio',
    '(?:validade|prazo|periodo) .{0,40}(?:terminou|acabou|encerr|conclu)|expirou|vencid[oa]|venceu',
    '(?:validita|termine|periodo|durata) .{0,40}(?:terminat|finit|conclus|trascors|esaurit)|scadut[oa]|verlopen|wygasl|udlobe[tn]|utlopt|utgatt|utgang[ea]|vanhentun|vyprsel|lejart|expirat(?![a-z])|suresi (?:dol|gec)|het han|kedaluwarsa|kadaluarsa|εληξ|ληξ|انتهت|פג|หมดอายุ',
    '期限切れ|期限が切れ|有効期限|有効期間|失効|过期|過期|到期|失效|истек|просроч|срок действия|срок .{0,12}(?:вышел|закончил)|закончил.{0,8} срок|закінчи|термін дії|만료',
  ],
  malformed: [
    String.raw`\b(?:malformed|badly formed|ill ?formed|(?:in|wrong|bad|incorrect|invalid|unexpected) (?:the )?(?:wrong )?format|invalid \w+ \w* ?format|format (?:is )?(?:invalid|incorrect|wrong|not)|formatted|not in the (?:correct|right|expected) format|(?:be )?(?:parsed|decoded)|(?:could not|couldn't|can ?not|can't|failed to|unable to) (?:be )?(?:parse|decode)|(?:could not|couldn't|failed to|unable to|can ?not be|can't be) read|not a (?:valid )?(?:jwt|json web token)|must (?:start|begin) with|should (?:start|begin) with|segments?|padding|(?:wrong|unexpected|incorrect|invalid) length|cut off|cut short|truncated|checksum|copy the whole|too short|too long|incomplete|white ?space|illegal characters?|placeholder|illegal base64)\b`,
    'format|formatiert|fehlerhaft|unvollstandig|muss mit .{0,30}beginnen',
    'mal form|malform|tronque|incomplet',
    'formato|mal formad|malformad|incomplet|truncad',
    '形式|フォーマット|不完全|格式|截断|不完整|формат|некорректн|длин[уаы]|형식',
  ],
  bound: [
    String.raw`\b(?:bound|scoped|restricted|limited|assigned|tied|locked|only valid|only works|only be used|belongs?|issued|created) (?:to|for|with|within|in)\b|(?:may|can|must) ?not be used (?:in|with|for|on)\b|\b(?:another|a different|other|not your|not match|mismatch|does ?n[o']t match|outside)\b|n't (?:belong|match)|not (?:belong|match)|not (?:meant |made |issued |intended |good )?for (?:this|that|the) (?:requested |named |given )?\w+`,
    'gebunden|gehort|beschrankt|ander(?:es|en|em|er)|stimmt nicht',
    String.raw`\blie[e]? a\b|limitee? a|reservee?|appartient|autre|restreinte?|ne correspond`,
    'vinculad|limitad|restringid|pertenece|otro|otra|no coincide|no corresponde',
    'vinculad|limitad|restrit|pertence|outro|outra|nao corresponde|nao coincide',
    String.raw`nalezy do|\binn(?:y|ego|ej|ym)\b|\bandere?\b|\bhoort bij|behoort|altr[oa]\b|appartiene|tillhor|tilhorer|horer til|\bann(?:at|et|an|en)\b|\bandet\b|\bpatri\b|\bjin(?:y|eho|emu)\b|\bbaska\b|\bait degil|\bmasik|kuuluu|\btoise(?:en|n|lle)\b|apartine|\baltui\b|\bmilik\b|\bthuoc\b|ανηκει|належить|інш`,
    '限定|紐付|紐づ|別の|他の|属して|専用|绑定|仅限|属于|其他|另一|不匹配|привязан|ограничен|принадлежит|друго',
  ],
  conflict: [
    String.raw`\b(?:both|twice|two|(?:more than one|multiple|several) \w+ (?:\w+ )?(?:were |was )?(?:given|specified|provided|named|sent|supplied|found)|conflict(?:s|ing)?|ambiguous(?! request)|different|mutually exclusive|mismatch(?:ed)?|contradict(?:s|ory)?|disagree|only one of|not both|do not match|does not match|\w+n't match|differs?|inconsistent)\b`,
    'beide|zwei|widerspr|nicht uberein|konflikt',
    'les deux|conflit|contradict|ne correspond(?:ent)?|ambigu',
    String.raw`\bambos\b|\bdos\b|conflicto|contradic|no coincide|varios`,
    String.raw`\bdois\b|conflito|contradit|nao correspond|nao coincide|varios`,
    '両方|複数|矛盾|競合|一致しません|同时|冲突|不一致|两个|多个|одновременно|конфликт|противореч|не совпада|несколько|(?<!\\p{L})оба(?!\\p{L})',
  ],
  noAccess: [
    String.raw`\b(?:no access|no membership|(?:not|\w+n't) have (?:any )?(?:sufficient )?access|access (?:is )?(?:denied|forbidden|refused|restricted|not allowed)|(?:can ?not|can't|may not|unable to) (?:be )?access(?:ed)?|not (?:authori[sz]ed|allow|allowed|permitted|permit|accessible|a member|visible|available)|unauthori[sz]ed|forbidden|denied|not one of your|(?:is |was )?(?:unavailable|not available)|not part of|no part in|lacks access|insufficient|n't (?:allow|permit))\b`,
    'nicht verfugbar|kein(?:en)? zugriff|zugriff .{0,40}verweigert|nicht berechtigt|nicht zugreifen|verboten|nicht erlaubt|nicht gestattet',
    `indisponible|acces .{0,30}(?:refuse|interdit)|pas (?:les? |d')?(?:acces|autorise)|interdit|n'(?:avez|a) pas`,
    'no (?:esta )?disponible|acceso .{0,20}denegado|(?:no tiene|sin) (?:acceso|permiso)|prohibid|no (?:esta )?autorizad|denegad|insuficient',
    'indisponivel|acesso .{0,20}negado|(?:nao tem|sem) (?:acesso|permissao)|proibid|nao (?:esta )?autorizad|negad|insuficiente',
    'accesso negato|non autorizzat|toegang geweigerd|brak dostepu',
    'アクセスできません|アクセスが拒否|拒否され|権限?がありません|许可されていません|无权|拒绝|禁止|没有.{0,8}权限|权限不足|无法访问|無權|拒絕|доступ.{0,12}запрещен|нет доступа|отказано|запрещено|недостаточно|нет прав|거부|없습니다',
  ],
  cannot: [
    String.raw`\b(?:can ?not|can't|may not|must not|(?:is|are|'re) not an?\b|(?:is|are) not (?:allowed|permitted|supported|valid|sufficient|enough|accepted)|(?:aren't|isn't)|not (?:allowed|permitted)|unable to|(?:do|does) not (?:have|work))\b`,
    String.raw`\bnicht\b|\b(?:konnen|durfen) kein`,
    `ne (?:peut|peuvent|permet|suffit)|n'a pas|n'est pas`,
    'no (?:puede|pueden|permite|tiene|es)',
    'nao (?:pode|podem|permite|tem|e)',
    'できません|不能|无法|不可|не (?:мо[жг]|разреш|име)|нельзя|할 수 없',
  ],
  only: [
    String.raw`\bonly\b|\bmust be\b|il faut|doit etre|debe ser|deve ser|precisa ser|должн[аы]? быть|必须是|である必要|muss\b|\breserved\b|\brestricted\b`,
    String.raw`\bnur\b|seuls?\b|reservee?s?\b|uniquement|\bsolo\b|unicamente|somente|apenas|soltanto|のみ|だけ|仅|只有|только`,
  ],
} as const;

/** What says enough by itself. */
export const wholes = {
  'key-invalid': [
    String.raw`\b(?:user|account|customer|organi[sz]ation|client) (?:was )?not found (?:for|with|by) .{0,20}\b(?:key|token)`,
  ],
  'account-unknown': [
    String.raw`^ ?(?:the |this |your |such an? )?(?:organi[sz]ation|account|customer|consumer|subscriber)(?: of (?:this|the|your) (?:api )?(?:key|token))? (?:was |is )?(?:not (?:be )?(?:found|known|recogni[sz]ed)|unknown|(?:does not|doesn't|do not) exist|(?:could|can)(?: not|not|n't) be found)\b|^ ?(?:unknown|no such) (?:organi[sz]ation|account|customer|consumer|subscriber)\b`,
    '(?:organisation|konto) (?:wurde )?(?:nicht gefunden|unbekannt|existiert nicht)|(?:organisation|compte) (?:introuvable|inconnue?)|(?:organizacion|cuenta) (?:no encontrada|desconocida|inexistente)|(?:organizacao|conta) (?:nao encontrada|desconhecida|inexistente)|組織が見つかりません|找不到(?:组织|账户)|(?:组织|账户)不存在|организация не найдена',
  ],
  'rate-limited': [
    String.raw`\brate ?limit(?!er)|\btoo many (?:api )?(?:requests|attempts|calls)\b|throttl|\bquota\b(?!.{0,30}\b(?:field|parameter|value)\b)|\b(?:request|usage|call|rate|hourly|daily|monthly|api|search) limits?\b.{0,20}(?:reached|exceeded|hit|exhausted)|(?:reached|exceeded|hit|over|used up) .{0,30}\b(?:request|usage|call|rate|hourly|daily|monthly|api|search)\b.{0,12}\blimits?\b|slow down|\brequests per (?:second|minute|hour|day)\b|calls? (?:limit|allowance|credits?) .{0,20}(?:reached|exceeded|exhausted|used)|\b(?:usage|rate|request|call|daily|monthly|hourly|api)s? (?:cap|ceiling|allowance|allotment|budget)\b|too (?:quickly|often|rapidly|frequently|frequent)|max(?:imum)? (?:number of )?(?:calls|requests)|(?:calls|requests|operations|transactions|queries) per (?:second|minute|hour|day)|back ?off|over (?:rate|quota|limit)|(?:used (?:up )?|exhausted |spent |exceeded )(?:all )?(?:of )?(?:your|the|its|our) .{0,30}(?:calls?|requests?|quota|credits?|allowance|limit)|out of (?:api )?credits|concurren\w+ (?:requests?|calls?|connections?) .{0,20}(?:limit|exceed|too many)|reduce your (?:request )?rate|spike arrest|\bcool ?(?:down|off)\b|limits? of \d+ .{0,30}(?:exceed|reach|hit)|\bwait .{0,24}(?:before|between)\b|\babuse detection|\b\d+ (?:\w+ )?(?:calls|requests|queries) (?:a|an|per|each|every) |(?:number of )?(?:calls|requests|queries) .{0,30}(?:used up|exhausted|spent|consumed)|(?:insufficient|no|not enough|no more) (?:\w+ )?(?:credits?|balance|quota|tokens left)\b|too many (?:\w+ )?(?:connections|queries|operations|messages|hits)|(?:allowed|permitted|maximum) rate|(?:rate|volume|frequency|traffic|consumption|usage|number of (?:api )?(?:calls|requests)) .{0,24}(?:exceed(?:s|ed)?|too high|surpassed)|exceed(?:s|ed|ing)? .{0,24}(?:rate|volume|frequency|number of (?:api )?(?:calls|requests))\b|over (?:the )?(?:query|request|call|daily|usage|hourly|monthly) limit|\bno (?:more )?(?:\w+ )?(?:calls|requests|queries|credits) (?:are |is )?(?:remain(?:s|ing)?|left|available)\b|\b(?:reached|exceeded|hit|over|used up|passed|surpassed|at|beyond) (?:the|your|its|our|a|this|their) (?:\w+ )?limits?\b(?! (?:of|for|on) (?!(?:\w+ )?\d))|\bused (?:up )?(?:all|every)\b.{0,30}\b(?:calls?|requests?|quer(?:y|ies)|operations?|credits?)\b|\ball (?:\w+ ){0,3}(?:calls|requests|queries|operations|credits)\b.{0,30}\b(?:used|gone|spent)\b|too much traffic|enhance your calm|\b(?:bandwidth |shop )?limits? (?:has been |was |is |have been )?(?:reached|exceeded|hit|exhausted)\b|too fast`,
    'zu viele (?:anfragen|aufrufe|versuche)|(?:anfrage|raten|nutzungs|abruf)s?limit|limit (?:erreicht|uberschritten)|kontingent|gedrosselt',
    'nombre (?:maximal|maximum|limite) (?:de |d.)(?:appels|requetes)|trop de (?:requetes|demandes|appels|tentatives)|limite .{0,40}(?:atteinte|depassee)|debit .{0,20}limite',
    'numero (?:maximo )?de (?:peticiones|solicitudes|llamadas)|demasiad[ao]s (?:solicitudes|peticiones|llamadas|intentos|consultas)|limite .{0,40}(?:excedid|superad|alcanzad)|super(?:o|ado) .{0,30}limite|(?:superado|excedido|alcanzado) .{0,30}(?:limite|cuota)|cuota .{0,20}(?:agotad|excedid|superad)',
    'numero (?:maximo )?de (?:requisicoes|solicitacoes|chamadas)|muit[oa]s (?:solicitacoes|requisicoes|pedidos|chamadas|tentativas|consultas)|limite .{0,40}(?:excedid|atingid|ultrapassad)|(?:excedeu|atingiu|ultrapassou) .{0,30}(?:limite|cota)|cota .{0,20}(?:excedid|esgotad)',
    'troppe (?:richieste|chiamate)|te veel (?:verzoeken|aanvragen)|zbyt wiele (?:zadan|zapytan)|cok fazla istek',
    'リクエスト.{0,6}(?:多すぎ|超え|過多)|回数.{0,8}(?:制限|上限)|レート制限|利用制限|上限に達し|制限を超え|请求.{0,8}(?:过多|太多|频繁)|频率|限流|配额|次数.{0,8}(?:上限|超|限制)|超(?:出|过).{0,8}(?:限制|配额)|слишком много (?:запрос|обращен|вызов|попыт)|лимит.{0,20}(?:запрос|превыш|исчерп)|превышен.{0,20}(?:лимит|квот|частот)|квот|요청이 (?:너무|많)|한도를? 초과',
  ],
  'key-wrong-kind': [
    String.raw`\b(?<!any )(?:token|key|credential) types?\b|\b(?:jwts?|(?:session|access|refresh|bearer|personal access|oauth) tokens|passwords)(?: \w+)? are (?:not|n't) (?:accepted|supported|allowed|valid|usable)|\b(?:wrong|incorrect|unsupported|invalid) (?:kind|type|sort|class) of (?:api )?(?:token|key|credential)|\b(?:write|read|telemetry|ingest(?:ion)?|session|refresh|publishable|public|gateway|webhook|agent|device|client|scim|deploy|integration|project write|project read) (?:api )?(?:tokens?|keys?|secrets?) (?:can ?not|can only|can't|may not|may only|is not|are not|isn't|aren't|do not|does not|was (?:sent|given|used|provided)|(?:is|are) only)|\b(?:access|bearer|personal|user|service|management|oauth) (?:api )?(?:tokens?|keys?) (?:can ?not|can't|may not|(?:is|are) not (?:supported|allowed|accepted here|usable)|do not work|does not work|(?:is|are) only (?:for|valid|accepted))|(?:does|do|did)(?:n't| not) (?:accept|take|support|allow) (?:publishable|public|client|ingest\w*|telemetry|refresh|session|webhook|write|read|personal|access|service|bearer|oauth|deploy|scim) (?:api )?(?:keys?|tokens?|secrets?)|(?:type|kind|sort|class) of (?:api )?(?:credential|token|key|secret)s? .{0,40}(?:not|n't|wrong|unsupported)|\b(?:token|key|credential|secret) (?:was )?(?:given |supplied |sent |used )?(?:where|when|while|but) .{0,30}(?:token|key|credential|secret)\b.{0,16}(?:expected|required|needed|wanted)|\b(?:is|are|was|got|received|you (?:sent|used|provided)|looks like) an? (?:write|read|telemetry|ingest(?:ion)?|session|access|refresh|publishable|public|gateway|webhook|agent) (?:token|key)\b|\bnot an? (?:api|management|secret|access|platform) (?:key|token)\b|\b(?:expected|use|requires?|needs?|provide) an? (?:api key|secret key|management (?:key|token)|access token|bearer token|platform (?:key|token))(?: here)?,? (?:not|instead|rather|but|and not|was)|(?:key|token|secret) (?:is )?(?:meant|intended|made|issued) for (?:sending|ingest|telemetry|writing|reading|the (?:sdk|browser|client|collector|agent))|(?:not|never) meant for (?:this|the) api|\b(?:expected|wanted|needs?) an? (?:api key|access token|bearer token|token|key),? (?:but )?(?:got|received|found|saw|was given)|\bexchange (?:it|your|the|this|an?) .{0,12}\b(?:for|at)\b|\b(?:keys?|tokens?) (?:must|has to|have to|need to|needs to) be exchanged|(?:was|is) (?:sent|used) (?:where|in place of)|instead of (?:an? |the )?(?:api key|access token|token)|(?:cannot|can't|can not|may not|not) (?:be )?\w+ (?:with|using|by) an? (?:write|read|telemetry|ingest(?:ion)?|session|access|refresh|publishable|public|personal|gateway|webhook|agent|restricted) (?:api )?(?:tokens?|keys?)|\b(?:signing|webhook|client|shared) (?:signing )?secrets? (?:are|is|can|cannot|may) ?(?:not)?`,
    String.raw`(?:token|schlussel) ?typ(?:e?n|s)?\b|art (?:des|von) (?:token|schlussel)|(?:schreib|lese) ?token|(?:ist|sind) kein api schlussel|falsche art`,
    String.raw`type (?:de|du) (?:jeton|cle|token)|type d'identifiant|(?:jeton|token) (?:d'ecriture|de lecture|de session|d'acces)|n'est pas une cle|mauvais type`,
    String.raw`tipo de (?:token|clave|credencial|llave)|(?:token|clave) de (?:escritura|lectura|sesion|acceso)|no es una clave|tipo incorrecto`,
    String.raw`tipo de (?:chave)|(?:token|chave) de (?:escrita|leitura|sessao|acesso)|nao e uma chave`,
    '(?:トークン|キー|鍵)の(?:種類|タイプ)|(?:書き込み|読み取り|アクセス|セッション)(?:用)?トークン|apiキーではありません|(?:令牌|密钥|凭证)的?类型|(?:写入|读取|访问|会话)令牌|不是 ?api ?密钥|тип (?:токена|ключа)|токен (?:для )?(?:записи|чтения|доступа|сессии)|не является .{0,12}ключом',
  ],
  'read-only': [
    String.raw`\bread ?only\b|\bget(?: requests?| method)? only\b|\bview ?only\b|\bread (?:access|rights?|permissions?) only|\b(?:reading|viewing|reads) only\b|\b(?:only|just|merely|solely) .{0,20}\b(?:read(?:s|ing)?|view(?:s|ing)?|get|fetch\w*|quer(?:y|ying))\b|\b(?:limited|restricted|confined) to (?:\w+ )?(?:get|read(?:s|ing)?|view(?:s|ing)?|safe)\b|(?:not|n't|never) (?:allow|permit|support|cover|include|grant|have) (?:\w+ )?(?:modif\w+|chang\w+|writ\w+|edit\w+|creat\w+|updat\w+|delet\w+|mutat\w+)|not (?:be )?used (?:for|to|in) (?:\w+ )?(?:writ\w+|modif\w+|chang\w+|creat\w+|updat\w+|delet\w+)|\bread ?write (?:api )?(?:key|token|access|permission)|not (?:allowed|permitted) to (?:alter|create|update|delete|add|remove|make changes)|(?:not|n't|never|no) (?:edit|modify|change|write|update)\b|(?:access level|scope|access)\W{0,3}read\b|\bread (?:scope|level)\b(?! (?:required|missing|needed|is))|(?:not|n't) (?:permit|allow|include|cover) (?:post|put|patch|delete)\b|\b(?:writes?|modifications?|mutations?|changes?|edits?|updates?) not (?:allowed|permitted|possible|supported|enabled)|\b(?:write|modify|edit) (?:access|permission|scope|rights?)\b|\b(?:can ?not|can't|may not|not (?:allowed|permitted) to|only (?:be used to )?) ?(?:write|modify|change|edit|read)\b|\bonly allows? (?:reading|reads)\b|\b(?:writes?|writing|modifications?|mutations?|changes?|edits?|updates?)(?: (?:operations?|requests?|methods?|actions?|calls?))? (?:are|is) (?:not|n't|forbidden|denied|disabled|prohibited)|\bonly (?:has |have |with |for |allowed to )?(?:get|read(?:ing|s)?|safe)\b|\bget (?:requests?|methods?) (?:only|are permitted)|\bwrite\W{0,3} (?:is |scope is |access is )?(?:needed|required|missing)|\b(?:needs?|requires?|lacks?) write\b|(?:not|n't|never) (?:make|perform) (?:changes|writes|modifications)|restricted to read|\b(?:reader|viewer|read|view) keys?\b|\b(?:creating|changing|editing|deleting|writing|updating|modifying) .{0,30}(?:not|n't|impossible)|only .{0,24}\bget\b|\bread write key`,
    'schreibgeschutzt|nur .{0,16}les|nicht (?:schreiben|andern|verandern)|nur zum lesen|schreibrecht|schreibzugriff|leserecht|lesezugriff|nur leserechte',
    `lecture seule|que (?:la |de la |en )?lecture|(?:uniquement|seulement) .{0,16}(?:lecture|lire)|ne (?:peut|permet) (?:que )?.{0,12}(?:lire|modifier|ecrire)|consultation seule|(?:droits?|acces|permission|autorisation) (?:d'|en )ecriture`,
    'solo lectura|(?:solo|unicamente|solamente) .{0,20}(?:leer|lectura|consulta)|no (?:puede|permite) .{0,12}(?:escrib|modific|cambi)|(?:permiso|acceso|permisos) de escritura',
    '(?:somente|apenas|so) .{0,16}(?:leitura|ler)|(?:permissao|acesso) (?:de|para) escrita',
    'sola lettura|alleen lezen|(?:読み取り|閲覧|参照)(?:専用|のみ|だけ)|書き込み(?:権限|は|が|でき)|只读|唯讀|写入?权限|只能读取|только (?:для )?чтени|прав(?:а|) на (?:запись|изменени)|읽기 전용',
  ],
  'role-insufficient': [
    String.raw`\b\w+ role or (?:above|higher|better)|\bwith the \w+ role\b|\brole (?:or above|or higher|required|needed)|\bnot (?:an?|the) (?:\w+ ){0,2}(?:owner|admin(?:istrator)?)s?\b|\b(?:only|just|merely) an? (?:\w+ )?(?:member|viewer|guest|editor|reader|user|contributor|collaborator)\b|\b(?:owners|admin(?:istrator)?s) (?:can|may|must|have to) |\b(?:must|have to|need to|has to) be (?:at least )?(?:an? |the )?(?:\w+ )?(?:editor|manager|maintainer|owner|admin\w*|member)\b|\b(?:upgrade|raise|elevate|change) your role|\byou(?: a|')re an? (?:viewer|member|guest|reader|contributor)\b|(?:doit|devez|doivent) etre (?:\w+ )?(?:administrat|proprietaire)|(?:debe|tiene que) ser (?:\w+ )?(?:administrad|propietari)|(?:muss|mussen) (?:\w+ )?administrator|\b(?:owner|admin(?:istrator)?|editor|manager|maintainer) role\b|\b(?:members?|viewers?|guests?|editors?|contributors?|collaborators?|developers?|analysts?|readers?|users? with the role \w+) (?:can ?not|can't|may not|must not|are not (?:allowed|permitted)|do not have)|\b(?:current |your |this |the )?(?:user )?role .{0,30}(?:not|n't|lacks?|insufficient|too low)|\b(?:insufficient|wrong|higher|elevated) (?:role|privilege level)\b|role (?:insuffisant|insuficiente)|\bonly (?:\w+ )?(?:owners|admins|administrators)\b|\b(?:owners|admins|administrators) only\b`,
  ],
  'clock-skew': [
    String.raw`\bclock\b|\bskew|local time|server time\b|\brequest time\b|difference between .{0,30}\btime\b|time (?:drift|difference|offset)|is now (?:earlier|later) than|\bsystem time\b|\btoo ?skewed\b|\btimestamps?\b|not (?:yet valid|valid yet|active yet)|used before (?:it|issue|being|valid)\w*|before issued|issued in the future|(?:in|from|into) the future|(?:came|comes|sent|made|dated) (?:\w+ )?(?:from|in) the past|\b(?:your|the) (?:machine|computer|request|system|host)'?s? (?:\w+ )?(?:time|date)\b|\b(?:time|date) of (?:the|your) (?:request|machine|computer)|\biat\b|\bnbf\b`,
    'systemzeit|uhrzeit|\\buhr\\b|zeitstempel|noch nicht gultig|aus der zukunft|zeit der anfrage',
    'heure de (?:la |votre |ton |l.)(?:ordinateur|machine|systeme|requete|demande)|(?:vient|venue?) du futur|horloge|horodatage|heure (?:du )?systeme|pas encore valide',
    'hora de(?:l| su| tu| la) (?:equipo|ordenador|computadora|sistema|solicitud|peticion)|(?:viene|proviene) del futuro|reloj|marca de tiempo|hora del sistema|aun no (?:es )?valid|todavia no',
    'hora d[oa] (?:seu )?(?:computador|sistema|requisicao|solicitacao|pedido)|(?:vem|veio) do futuro|relogio|carimbo de (?:data|tempo)|hora do sistema|ainda nao',
    '時計|時刻|タイムスタンプ|时间.{0,12}(?:相差|偏差|不同步)|时钟|时间戳|系统时间|尚未生效|часы|часов|метк[аи] времени|системное время|еще не действ|타임스탬프|시계',
  ],
  maintenance: [
    String.raw`\b(?:under|in|undergoing|down for|during|scheduled|planned|ongoing|performing|doing) (?:some )?(?:scheduled |planned )?maintenance\b|maintenance (?:mode|in progress|work|break|is (?:underway|ongoing))|(?:temporarily|currently) (?:unavailable|offline|down|out of service)|service (?:is )?(?:currently )?(?:unavailable|down|offline)|(?:be )?(?:right )?back (?:soon|shortly)|scheduled downtime|service outage|upgrading our|we(?: a|')re (?:down|offline)`,
    'wartung|wartungsarbeiten|(?:vorubergehend|derzeit|zurzeit) nicht (?:verfugbar|erreichbar)',
    'en maintenance|maintenance en cours|(?:temporairement|momentanement|actuellement) (?:indisponible|hors)|service indisponible',
    'mantenimiento|(?:temporalmente|momentaneamente) (?:no disponible|fuera)|no disponible temporalmente|servicio no disponible',
    'manutencao|(?:temporariamente|momentaneamente) (?:indisponivel|fora)|servico indisponivel',
    'manutenzione|onderhoud|メンテナンス|一時的に(?:利用|ご利用|サービス)|サービス(?:停止|を停止)|维护|維護|暂时(?:不可用|无法)|服务(?:不可用|暂停)|техническ[а-я]+ (?:работ|обслуж)|профилактическ|временно недоступ|점검',
  ],
  'wrong-address': [
    String.raw`\bno route matched\b|no such (?:endpoint|route|url|api\b(?! key))|unknown (?:endpoint|route|url|path)|(?:endpoint|route) (?:\S+ ){0,4}?(?:(?:was |could )?not (?:be )?found|(?:does not|doesn't) exist)|\b(?:api|proxy|host|domain|virtual host) (?:does not|doesn't) exist|(?:unable to|could not|cannot|can't|failed to) (?:identify|find|match|resolve|determine) (?:an? |the |any )?(?:proxy|api|route|host|upstream|backend|handler|virtual host|domain)\b(?! keys?)|\bno (?:api|proxy|route|endpoint|upstream|backend|handler|service) (?:was |is )?(?:found|matched|registered|configured|defined|deployed)|(?:does|do|did)(?: not|n't) (?:map|match|correspond|belong|lead) (?:to )?(?:any|an?) (?:api|route|endpoint|proxy|service)\b(?! keys?)|\bcannot (?:get|post|put|patch|delete|head|options) /|\bno (?:such )?(?:app|host|virtual host|site|application|bucket|domain)\b|unknown (?:domain|host|application)|\bdefault backend\b|nosuchbucket|deployment not found|there isn't a .{0,20}pages site|tunnel .{0,40}not found|endpoint .{0,40}is offline|no (?:handler|resource|mapping|controller) (?:found )?(?:for|with)|\bno static resource\b|the requested url .{0,80}was not found on this server|404 page not found|misdirected|unknown (?:api )?version|this is not the api|it works!|welcome to nginx|\bapi root\b`,
  ],
  asked: [
    String.raw`\b(?:must|have to|need to|needs to|has to|should|please|first) (?:be |first )?(?:authenticated?|log(?:ged)? ?in|sign(?:ed)? ?in)\b|\b(?:not |un) ?(?:authenticated|authed|logged in|signed in)\b|\b(?:authentication|log ?in|sign ?in) (?:is )?(?:required|needed|necessary|first)\b`,
  ],
  fault: [
    String.raw`\binternal (?:server |service )?(?:error|exception|fault|failure)\b|\bserver (?:error|exception|fault)\b|\b(?:unhandled|uncaught) (?:error|exception)\b|\bbad gateway\b|\bservice unavailable\b|\bfatal error\b`,
  ],
  denied: [
    String.raw`\bforbidden\b|\baccess denied\b|\bdenied\b|not (?:allowed|authori[sz]ed|permitted)`,
    'verweigert|verboten|refuse|interdit|denegado|negado|prohibid|proibid|拒否|禁止|拒绝|запрещ|отказано',
  ],
} as const;

/** What may hold projects, or be above them, unless it is what the service calls a project. */
export const broader =
  'organi[sz]ation|org|account|user|team|company|workspace|enterprise|global|admin|master|root|owner|instance';

/**
 * A key for more than one project, or for one alone: a name of a kind, not of a project. The term stands for `PROJECT`,
 * what is broader for `BROADER`.
 */
export const compounds = {
  broadKey: [
    String.raw`\b(?:BROADER|all PROJECTS)(?:s|'s)?(?: ?(?:level|wide|scoped|bound))? (?:api |access )?(?:keys?|tokens?)\b|\b(?:api )?(?:keys?|tokens?) (?:(?:scoped|limited|bound|with access) to|for|of) (?:the |an |your )?(?:whole |entire )?(?:organi[sz]ation|org|account|all PROJECTS)\b|\b(?:BROADER)[ -](?:level|wide|scoped)|\b(?:organi[sz]ation|org|account|global)(?: (?:level|wide))? (?:scope|access|credentials?)\b|\bscope (?:organi[sz]ation|account)\b`,
    'organisations ?(?:weite[rsn]? )?(?:api )?schlussel|kontoschlussel|schlussel (?:der|fur die) (?:gesamte )?organisation',
    `cles? (?:api )?(?:d'|de l'|au niveau de l')organisation`,
    'claves? (?:api )?(?:de|a nivel de) (?:la )?organizacion',
    'chaves? (?:de api )?(?:da|de|a nivel de) organizacao',
    '組織(?:レベル)?の?(?:api)?(?: )?キー|组织(?:级)?(?:别)?的?(?: ?api ?)?密钥|ключ[а-я]* (?:api )?организации|организационн[а-я]+ ключ',
  ],
  narrowKey: [
    String.raw`\b(?:PROJECT)(?:'s)?(?: ?(?:level|scoped|bound|specific))? (?:api |access )?(?:keys?|tokens?|credentials?)\b|\b(?:api )?(?:keys?|tokens?) (?:that (?:is|are) )?(?:scoped|limited|bound|restricted|tied) to (?:a |one |the |this |a single |single |one single )?(?:PROJECT)|single PROJECT (?:keys?|tokens?)`,
    'projekt ?(?:api )?schlussel[a-z]*|projektgebunden[a-z]* schlussel',
    'cles? (?:api )?(?:de|du|limitees? a un) projet',
    'claves? (?:api )?(?:de|del|limitadas? a un) proyecto',
    'chaves? (?:de api )?(?:de|do|limitadas? a um) projeto',
    'プロジェクト(?:レベル)?の?(?:api)?(?: )?キー|项目(?:级)?(?:别)?的?(?: ?api ?)?密钥|ключ[а-я]* (?:api )?проекта|проектн[а-я]+ ключ',
  ],
} as const;

/** Advice that names a person without saying that the person's role is what lacks. */
export const advice = [
  String.raw`\b(?:contact|ask|reach out to|speak (?:to|with)|notify|consult|check with|request .{0,20}from|talk to)\b.{0,50}\b(?:admin(?:istrator)?s?|owners?)\b(?! (?:role|rights?|privileges?|access|permissions?))`,
  'wenden sie sich an .{0,50}(?:administrator|inhaber)|kontaktieren sie .{0,50}administrator',
  'contactez .{0,50}(?:administrateur|proprietaire)',
  '(?:contacte|pongase en contacto|consulte|hable) .{0,50}administrador',
  '(?:contate|contacte|entre em contato|fale com|consulte) .{0,50}administrador',
  '管理者に(?:ご?連絡|お?問い合わせ|ご確認)|(?:联系|咨询|请与).{0,12}管理员|(?:обратитесь|свяжитесь).{0,40}(?:администратор|владел)',
] as const;

/** What can be over without being the key. */
export const otherExpiry = String.raw`subscription|trial|\bplan\b|licen[cs]e|invitation|certificate|domain|abonnement|testphase|lizenz|zertifikat|suscripcion|prueba|licencia|assinatura|licenca|certificado|サブスクリプション|ライセンス|証明書|订阅|许可证|证书|试用|подписк|лицензи|сертификат`;

/** What is said of a region beside naming it, so that it is what the refusal is about. */
export const elsewhere = String.raw`\bcross ?region|\b(?:host(?:ed|s)|homed|located|stored|kept|registered|resides?|lives?|belongs?|wrong|different|another|other|mismatch|in this|not in|(?:use|call|try|connect to) (?:the|our)|(?:go|sent?|made|directed|point(?:ed)?|connect|call) .{0,20}\bto (?:the|our)|(?:issued|valid|made|created|good|works?|registered|moved) (?:\w+ )?(?:for|in|on|at|with|to)|does not match)\b|ander|falsch|autre|mauvais|otr[oa]|equivocad|outr[oa]|errad|別の|異なる|违|不匹配|其他|违い|違|друг|неверн|неправ|incorrect|invalid|ungultig`;

/** A time, a date or a clock, whatever is said of it. */
export const timeWords = String.raw`(?<!\b(?:this|real|one|run|full|first) )\btimes?\b|\bdate[sd]?\b|\bfuture\b|\bpast\b|\bclocks?\b|\bhours?\b|\bminutes?\b|\b(?:too )(?:early|late)\b|zeit|\buhr|zukunft|datum|\bheures?\b|\bfutur|\bhoras?\b|\bfecha\b|\breloj|\borari?o?\b|\btempo\b|\bora d(?:el|ella|i)\b|\btijd|\bczas|godzin|\bklocka|\btid(?:en|spunkt)?\b|\bcas\b|\bhodin|\baika\b|\bkello|\bzaman|\bsaat|\bidopont|時刻|時間|日時|未来|时间|时钟|時鐘|врем|часы|시간|시각`;
