/**
 * How one can tell that something before a service answered in its place, by headers and by the words of pages. Folded
 * as the wordings are: small letters, no accents, hyphens and underscores as spaces.
 */

/** What can stand before a service. */
export type GateKind = 'bot-check' | 'firewall' | 'portal' | 'sign-in' | 'proxy' | 'maintenance' | 'other-server';

/** Headers that only such a thing sends. A pattern is matched against the value, folded. */
export const gateHeaders: readonly {
  readonly header: string;
  readonly value?: string;
  readonly kind: GateKind;
  readonly name: string;
  /** Says so only together with a refusal in a shape that the service does not have. */
  readonly onlyForeign?: boolean;
  /** Says so only together with a 404 that is no data. */
  readonly onlyMissing?: boolean;
}[] = [
  { header: 'cf-mitigated', kind: 'bot-check', name: 'Cloudflare' },
  { header: 'x-datadome', kind: 'bot-check', name: 'DataDome', onlyForeign: true },
  { header: 'x-amzn-waf-action', kind: 'bot-check', name: 'AWS WAF' },
  { header: 'x-sucuri-block', kind: 'firewall', name: 'Sucuri' },
  { header: 'x-denied-reason', kind: 'firewall', name: 'a gateway' },
  { header: 'x-squid-error', kind: 'proxy', name: 'Squid' },
  { header: 'proxy-authenticate', kind: 'proxy', name: 'a proxy' },
  { header: 'proxy-status', value: 'error|denied|refused|http request denied', kind: 'proxy', name: 'a proxy' },
  {
    header: 'x-amzn-errortype',
    value: 'missing ?authentication ?token',
    kind: 'other-server',
    name: 'Amazon API Gateway',
  },
  { header: 'x-amzn-errortype', value: 'waf|forbidden|access ?denied', kind: 'firewall', name: 'Amazon API Gateway' },
  {
    header: 'server',
    value: 'netlify|vercel|github|gitlab|amazons3|render|heroku|firebase|surge|pages',
    kind: 'other-server',
    name: 'a host of web sites',
    onlyMissing: true,
  },
  { header: 'x-goog-iap-generated-response', kind: 'sign-in', name: 'Google Identity-Aware Proxy' },
  { header: 'cf-access-domain', kind: 'sign-in', name: 'Cloudflare Access' },
  { header: 'x-bluecoat-via', kind: 'firewall', name: 'Blue Coat', onlyForeign: true },
  { header: 'server', value: 'akamai ?ghost|akamai', kind: 'firewall', name: 'Akamai', onlyForeign: true },
  { header: 'server', value: 'cloudflare', kind: 'firewall', name: 'Cloudflare', onlyForeign: true },
  { header: 'server', value: 'big ?ip|bigip|f5', kind: 'firewall', name: 'F5', onlyForeign: true },
  { header: 'server', value: 'imperva|incapsula', kind: 'firewall', name: 'Imperva', onlyForeign: true },
  { header: 'x-iinfo', kind: 'firewall', name: 'Imperva', onlyForeign: true },
  { header: 'server', value: 'sucuri', kind: 'firewall', name: 'Sucuri', onlyForeign: true },
  {
    header: 'server',
    value: 'zscaler|forcepoint|fortigate|fortinet|sophos|mcafee|barracuda|netskope|palo alto',
    kind: 'firewall',
    name: 'a web filter',
  },
  { header: 'server', value: 'squid', kind: 'proxy', name: 'Squid', onlyForeign: true },
  { header: 'x-azure-ref', kind: 'firewall', name: 'Azure Front Door', onlyForeign: true },
  { header: 'x-amz-cf-id', kind: 'firewall', name: 'CloudFront', onlyForeign: true },
];

/** What only a gate would write, in whatever body; strong enough in a sentence of JSON too. */
export const gateWords: readonly { readonly kind: GateKind; readonly words: string }[] = [
  {
    kind: 'bot-check',
    words: String.raw`captcha|are you (?:a )?(?:human|robot)|checking (?:if the site connection|your browser)|security checkpoint|pardon our interruption|ddos protection|human verification|access to this page has been denied|are you a bot|something about your browser|verify(?:ing)? (?:that )?(?:your|the) (?:browser|connection|session|request)|browser (?:check|verification|integrity)|prove (?:that )?you are|just a moment|verif(?:y|ying) (?:that )?you are (?:a )?human|bot (?:detected|detection|protection|check|management)|unusual traffic|automated (?:requests|queries|traffic)|enable javascript and cookies|press (?:&|and) hold|verifi(?:ez|er) que vous etes|etes vous (?:un )?(?:humain|robot)|\brobots?\b.{0,20}(?:detect|erkannt|detecte)|kein roboter|sie ein mensch|comprobando (?:su|tu) navegador|(?:eres|es) (?:un )?humano|nao (?:sou|e) um robo|verificando (?:se|seu navegador)|人間であること|ロボットではありません|ボット|人机验证|验证码|机器人|не робот|что вы человек|капч|проверка браузера`,
  },
  {
    kind: 'portal',
    words: String.raw`captive portal|(?:buy|purchase|get|free|connect).{0,30}wi ?fi|wi ?fi (?:pass|access|voucher|session)|onboard (?:internet|wi ?fi)|internet (?:pass|access) (?:for|on|is)|(?:wi ?fi|wlan|hotspot|guest network|public network|network).{0,40}(?:log ?in|sign ?in|login|connect|accept|terms|portal|access|anmeld|connexion)|(?:log ?in|sign ?in|accept .{0,30}terms|connect) .{0,40}(?:wi ?fi|wlan|hotspot|network)|acces .{0,20}(?:wi ?fi|reseau)|portail captif|portal cautivo|portal cativo|gaste ?wlan|フリー ?wi ?fi|无线网络|гостевая сеть`,
  },
  {
    kind: 'proxy',
    words: String.raw`proxy (?:authentication|authorization) (?:is )?required|proxy.{0,40}(?:denied|refused|forbid|block|not allow|requires? (?:a )?(?:user|credential|auth|password)|allow ?list|white ?list|polic|filter|restrict)|(?:denied|refused|forbidden|blocked) by .{0,30}proxy|err (?:cache )?access denied|access control configuration prevents|squid|cache administrator|proxy ?(?:authentifizierung|anmeldung)|authentification (?:du |aupres du )?proxy|autenticacion (?:del )?proxy|autenticacao (?:do )?proxy|プロキシ(?:認証|サーバー)|代理(?:服务器)?(?:认证|需要|拒绝)|прокси`,
  },
  {
    kind: 'firewall',
    words: String.raw`\bwaf\b|error code:? 1\d{3}\b|web application firewall|firewall|(?:blocked|rejected|denied) by (?:the |our |your |a |an )?(?:.{0,24} )?(?:security|policy|policies|rule|rules|filter|administrator|gateway|edge|organi[sz]ation|company|employer|it department|it team)|(?:request|site|page|website|url|access|you have been|ip|address|connection|traffic|country|region)(?: address)?(?: .{0,30})? (?:is |was |has been |have been |been )?(?:blocked|banned|blacklisted)|web filter|content filter|security (?:policy|service|rule)s? .{0,30}(?:block|violat|prevent)|cloudflare|akamai|incapsula|imperva|sucuri|zscaler|forcepoint|fortiguard|netskope|cisco umbrella|palo alto networks|websense|mod ?security|support id is|reference #\d|incident id|ray id|rbac: access denied|not available in (?:your|this) (?:region|country|location|area)|(?:your|this) country|access from (?:your|this) .{0,20}(?:network|location|ip|country|region|address)|(?:network|location|country|vpn) .{0,20}(?:restricted|blocked|not allowed|denied)|(?:ip|client|source|your) ?(?:ip )?(?:address(?:es)?|range)?.{0,40}not (?:allowed|whitelisted|allowlisted|permitted|authori[sz]ed|on the|in the)(?: (?:allow|white) ?list)?|ip (?:address )?(?:restrict|allow ?list|whitelist)|not (?:in|on) the (?:ip )?(?:allow|white) ?list|pare feu|bloquee? par|a ete bloque|gesperrt durch|wurde (?:blockiert|gesperrt)|blockiert|cortafuegos|ha sido bloquead|bloqueado por|foi bloquead|ブロックされ|ファイアウォール|遮断|已被(?:阻止|拦截|屏蔽)|防火墙|拦截|заблокирован|брандмауэр|межсетев`,
  },
  {
    kind: 'other-server',
    words: String.raw`no route matched|cannot (?:get|post|put|patch|delete|head) /|default backend|404 page not found|no such (?:app|bucket|host|domain)|nosuchbucket|deployment not found|there isn't a .{0,24}pages site|unknown (?:domain|host)|welcome to nginx|it works!|missing authentication token|no static resource|the plain http request was sent to https port`,
  },
];

/** The fields and addresses that only a check against bots gives a program, in place of words. */
export const botCheckData = /captcha|"(?:blockScript|jsClientSrc|challengeUrl|challenge_url)"/iu;

/** What says at any status that the host is nobody's. */
export const unknownHost = /\b(?:unknown|no such|no matching) (?:virtual )?(?:domain|host|app)\b/u;

/** What a page says of the very request that it answers, as one that only tells of gates does not. */
export const saidToReader: readonly { readonly kind: GateKind; readonly words: string }[] = [
  {
    kind: 'firewall',
    words: String.raw`(?:requested url|your request|this request) (?:was|has been|is) (?:rejected|blocked|denied)|(?:your )?support id is|\b(?:is|was|has been) blocked by your |\byour (?:\w+ )?(?:administrator|organi[sz]ation|company|employer|department|network) (?:has |have )?(?:blocked|restricted)|\brequest (?:was )?unsuccessful\b|you (?:have been|are|were) blocked|your (?:ip|ip address|access|connection) (?:was|has been|is) (?:blocked|denied|restricted)`,
  },
  {
    kind: 'maintenance',
    words: String.raw`\bbe (?:right )?back (?:soon|shortly|in|at)|\bwe(?: a|')re (?:currently )?(?:down|offline|performing|undergoing|under|doing)\b|we (?:are|'re) .{0,20}maintenance|(?:this|our) (?:site|service|page) is (?:currently )?(?:down|offline|under|undergoing|unavailable)|sind (?:bald|gleich) (?:wieder|zuruck)|revenons (?:bientot|vite)|volvemos (?:pronto|en)|voltamos (?:em breve|ja)`,
  },
];

/** What a page is for, by its title and headings or by a short text. */
export const pageWords = {
  'sign-in': String.raw`\bsign ?[ -]?in\b|\blog ?[ -]?in\b|\blog ?on\b|single sign ?on|\bsso\b|se connecter|connexion|connectez|identifiez|anmelden|anmeldung|einloggen|iniciar sesion|inicie sesion|inicio de sesion|acceder\b|fazer login|iniciar sessao|\bentrar\b|accedi|inloggen|zaloguj|giris yap|ログイン|サインイン|登录|登入|登錄|войти|вход\b|авторизац|로그인`,
  documentation: String.raw`\bapi (?:reference|documentation|docs|explorer|guide)\b|^ ?documentation\b|\bdeveloper (?:portal|hub|docs|documentation|cent(?:er|re))\b|\bswagger ui\b|\bredoc\b|\bapi ?dokumentation|documentation de l'api|documentacion de la api|documentacao da api|api ?ドキュメント|api ?文档`,
  firewall: String.raw`access denied|access (?:is )?(?:blocked|restricted)|forbidden by|not acceptable|request (?:rejected|blocked)|attention required|you don't have permission to access|acces (?:refuse|interdit|bloque)|zugriff (?:verweigert|gesperrt)|acceso (?:denegado|bloqueado|restringido)|acesso (?:negado|bloqueado)|accesso negato|アクセスが(?:拒否|制限|禁止)|アクセス(?:拒否|禁止)|访问(?:被拒绝|受限|被禁止)|拒绝访问|禁止访问|доступ (?:запрещ|ограничен|заблокирован)|접근이? ?(?:거부|차단)`,
  maintenance: String.raw`maintenance|(?:be )?(?:right )?back (?:soon|shortly)|temporarily (?:unavailable|offline|down)|service unavailable|scheduled downtime|wartung|nicht verfugbar|indisponible|mantenimiento|no disponible|manutencao|indisponivel|manutenzione|メンテナンス|ご利用いただけません|维护|暂停服务|暂时无法|техническ[а-я]+ (?:работ|обслуж)|профилактик|временно недоступ|점검`,
} as const;
