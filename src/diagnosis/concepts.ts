/**
 * What refusals speak of, as beginnings of words, for texts whose wording nobody foresaw. Written as after folding:
 * small letters, no accents. `_` is a space, `.` the end of a word, `*` any beginning; words of scripts without spaces
 * count wherever they stand.
 */
export const concepts = {
  key: `key apikey token credential secret schlussel *schlussel. cle. cles. clef clave llave chave chiav sleutel klucz
    nyckel anahtar avain nogle nokkel klic. kulcs キー 鍵 密钥 密鑰 密匙 金鑰 令牌 ключ токен 키 토큰 cheie cheia avaim kunci khoa.
    κλειδ مفتاح מפתח คีย์ कुंजी klice`,
  account: `account consumer konto compte cuenta conta. аккаунт 账户 アカウント`,
  halted: `inactiv suspend closed disabl deactiv banned terminated gesperrt suspendu suspendid заблокир 停用 停止`,
  notKey: `subscription trial_period licen invitation certificate domain abonnement lizenz suscripcion assinatura`,
  content: `value. values. be_one_of field parameter attribute property`,
  organization: `organi org. orgs. company_wide account_wide account_level 組織 组织 組織 организац 조직`,
  member: `member. members. mitglied membre. miembro membro medlem 成员 成員 メンバー участник член`,
  person: `privileged must_own owner admin *admin. superuser supervisor sysadmin manager. managers. maintainer moderator
    role. roles. rolle. rol. rango rank. seniority membership guest. guests. viewer editor. editors. contributor
    collaborator inhaber eigentumer beheerder proprieta propieta geschaftsfuhrer ruolo papel. yonetici administrat
    amministrat administraat team_lead 角色 管理者 管理员 管理員 所有者 オーナー 拥有者 администратор владел роль роли 관리자 소유자
    rendszergazd tulajdonos spravc vlastnik omistaj yllapit διαχειριστ адміністратор מנהל مسؤول ผู้ดูแล quan_tri
    user_level rola ロール 역할`,
  over: `expir laps elaps outdated overdue out_of_date aged_out aged. too_old stale no_longer_current no_longer_fresh
    ttl. past_due past_its end_date end_of_li lifetime validity validade ran_out run_out renew out_of_its_valid
    *ablauf abgelauf verfall nicht_mehr_gultig gultigkeit perim vigencia caduc vencid vencim validite scad verlop
    verstrek wygas gatt_ut waznosc uplyn platnost lejar utgang utgatt utlop udlob vanhen doldu suresi 期限 过期 過期 到期 失效
    有效期 有効期間 истек просроч срок 만료 기간 eol. end_of_life date_limite a_su_fin non_piu_valid vervallen
    not_been_valid_since due_for_replac skonc lejart non_e_piu_valid niewazn`,
  ended: `ended. valid_until good_until only_until was_until through_20 till. stopped_work worked_until sunset bis_zum
    bis_\\d jusqu hasta_el ate_o_dia is_over was_over`,
  limit: `limit quota rate. rates. throttl cap. caps. capped cutoff ceiling allowance allotment allocation budget capacity
    burst exceed excess exhaust exhausted over_ overuse too_many too_much too_fast too_quick too_often too_frequent
    slow pace. pacing overload maximum max. limited remaining_0 no_remaining no_more used_up out_of upgrade spent
    consum depleted *limit kontingent zu_viele zu_schnell zu_haufig erschopft uberschritt trop_d trop_de depass
    epuis demasiad agotad excedid superad muit excedeu esgotad troppe troppi te_veel za_duzo fazla 上限 超過 超过 超出 超え 過ぎ
    过多 太多 太快 频繁 頻繁 集中 превыш лимит слишком исчерп 초과 너무 grans for_manga for_mange prilis_mnoho prekroc przekrocz
    zbyt_wiel tul_sok tullep prea_multe depasit asil qua_nhieu vuot_qua terlalu_banyak melebihi batas liian
    ylit παρα_πολλ υπερβ οριο забагато перевищ ліміт تجاوز יותר_מדי חרג מגבל เกิน सीमा superar superado above
    threshold more_than`,
  calls: `plan. plans. call. calls. attempt. attempts. request hit. hits. quer usage traffic volume throughput
    operations_per consumption invocation per_second per_minute per_hour per_day per_month a_minute an_hour a_day
    last_minute minutely hourly daily monthly until_tomorrow credits. anfrage aufruf abruf requete appel peticion
    llamad solicitud consulta requisic chamad richiest chiamat verzoek zapytan istek 次数 次數 请求 請求 调用 調用 访问 アクセス リクエスト
    回数 запрос обращен вызов 요청 호출 forfrag anrop foresporg foresporsl anmodning pozadav dotaz zadan keres cereri
    yeu_cau permintaan pyynto pyynno αιτημα κλησε запит طلب בקש คำขอ अनुरोध zugriffe`,
  spent: `throttl flood ratelimit rate_limit exhausted used_up depleted over_capacity bucket quota erschopft epuis agotad
    esgotad try_again_in try_again_tomorrow retry_in calls_in_the_last requests_in_the_last allowance cuota cota.
    kvot kota. κοτα too_fast too_quick too_often too_frequent zu_schnell trop_rapide trop_vite demasiado_rapido
    часто 频繁 頻繁 太快 过多 過多 slow_down slow_you over_the_limit il_limite left_0 requests_left calls_left`,
  write: `writ rewrit modif chang edit. editing. editable create. creating creation updat delet cannot_add can't_add
    not_add mutat alter. altering mutable schreib anderung andern ecri modifier escri escritura grava cambi alterar
    alterac scrittura scriv schrijf zapis skriv 書き込み 变更 變更 变动 写 寫 编辑 修改 更新 запис измен 쓰기 수정 kirjoit muokka uprav
    irasi modosit scriere yazma degist ghi. chinh_sua tulis ubah εγγραφ τροποποι змін كتابة تعديل כתיבה לשנות เขียน
    แก้ไข लिख 変更 wijzig touch`,
  method: `post. put. patch. delete. method`,
  read: `read. reads. reading reader readonly read_only view. views. viewing look. fetch lesen. lese lecture. lire. leer.
    lectura consulta leitura lettura leggere lezen odczyt lasa 読み取り 閲覧 参照 读 讀 查看 чтен 읽기 las_ lasbehorig laes luku.
    luke cteni olvas citire citi. okuma okunur doc. baca αναγνωσ читан قراءة קריאה อ่าน पढ consulter просмотр se_lee`,
  kind: `kind. kinds. type. types. sort_of sorts_of class_of flavo variety typ. schlusseltyp art_de tipo type_de 種類 类型 類型
    тип. типа 유형`,
  otherSort: `publishable public_key public_api_key client_key client_secret ingest webhook oauth jwt. jwts. personal_access
    session_token refresh_token write_token telemetry bearer_tokens oauth_tokens not_a_token not_a_session
    not_an_api_key not_a_jwt not_an_access_token pat. pats. management_key secret_key deploy_key sdk_key browser_key
    server_key mobile_key frontend_key backend_key private_key app_key app_token user_token site_key widget_key
    upload_key upload_token`,
  seeing: `see. view. reach find. open. access.`,
  region: `region data_cent datacent cluster shard continent hosting_zone geograph european_host european_end us_end eu_end
    us_host eu_host us_site eu_site european_site us_east us_west eu_west eu_central ap_south in_europe in_the_eu.
    in_the_us. sandbox staging リージョン 区域 地区 區域 регион 리전 api_eu api_us in_eu. in_us.`,
  permission: `permission scope. scopes. privileg rights. entitl grant berechtig recht rechte. befugnis droit permis permiso
    permess toestemming rechten uprawn yetki izin 権限 权限 權限 授权 прав разрешен полномоч 권한 the_right_to behorig
    tilladelse rettighed tillatelse rettighet oikeu opravnen jogosult permisiun quyen δικαιωμα дозв הרשא สิทธิ์
    अनुमति`,
  advice: `check. verify. set_your adjust synchron sync.`,
  accessTo: `access_to zugriff_auf acces_a acces_au acceso_a acesso_a accesso_a toegang_tot dostepu_do доступ_к доступа_к`,
  shut: `not_accessible inaccessible`,
  offered: `or_other or_another or_any either any_kind any_type any_sort any_token any_key`,
  clock: `clock date_and_time time_of_re system_time server_time skew uhr. uhrzeit horloge reloj relogio orologio 時計 时钟 時鐘
    часы часов computer's_time machine's_time`,
  other: `outside its_own differ other. another different wrong mismatch elsewhere not_match belong foreign not_the_one
    instead ander falsch autre mauvais otro otra otros incorrect equivoc outro outra errad altro altra sbagliat 別の
    他の 違 错误 其他 不匹配 друг неверн не_тот served_from kept_in hosted lives moved call_the use_the use_our connect_to
    use_api incorreta spatn feil_ forkert yanlis sai_`,
  lacking: `miss absent blank empty forgot forgotten omit without lack no. none. not_given not_set not_specif not_provid
    not_sent not_chosen not_named from_re from_the_re in_the_re which select choose pick_a specify kies podano
    wybierz null. undefined within_a in_the_context fehl nicht_angegeb kein aucun manqu choisi indiqu veuillez
    ningun falta indique seleccion elija nenhum inform escolh mancant manca geen ontbre brak 指定 選択 选择 未 缺 必須 必须 필요
    не_указ укаж выбер нет отсутств 지정 angeben unspecif seclin secil secin gerekli chybi vyber valj ange. saknas
    mangler vaelg puuttuu valitse hianyz valassz lipses alege thieu chon. pilih λειπει επιλεξ відсут вкаж 提供`,
  needed: `use_a. use_an. need. needs. needed requir must have_to has_to should necess mandatory demand is_for are_for
    minimum must_own only. just. merely reserved restricted nur. muss brauch benotig erforder seul seulement reserve
    faut doit necesit necesari requier solo. solamente debe unicamente uniquement precis necessari apenas somente
    deve soltanto richiest deve alleen vereist tylko wymag sadece gerek のみ だけ 必要 仅 僅 只 需要 必须 только требу нуж
    необходим 만_ 필요 endast bara. kun. vain. csak pouze jen. doar numai yalnizca salt_okunur chi. hanya μονο лише
    тільки فقط רק เท่านั้น केवल moet. maste skal. kell. musi trebuie olmali phai harus πρεπει потріб мусит يجب חייב
    נדרש ต้อง आवश्यक que_le_droit`,
  too: `too_low too_few insufficien inadequate higher elevated lower. below. not_enough enough. beneath reicht_nicht
    insuffisan insuficien 足りません 不足 недостат 不够 不夠 부족 te_laag zu_niedrig too_small zu_klein`,
  negated: `not. no. n't nor. never without cannot can't lack lacks lacking denied deny refus forbid prohibit disallow
    disabled unavailable unsupport unable block out_of_reach off_limits off. outside missing nicht kein keine verbot
    verweig unzulass ne. pas. sans. aucun interdit sin. prohib denega nao. sem. negad proibid non. senza vietat niet
    geen nie. brak zabron ikke inte degil yok yasak ない ません 不可 禁止 不能 不 没 無 无 拒 не. нет. запрещ нельзя отказ 없 불가 않
    inte. ingen saknar saknas nekad mangler naegt ei. puuttu estett zadn nema nemate nelze zamitn nem. nincs nu.
    fara. yok. khong tidak δεν χωρις немае заборон لا. غير ليس לא. אין ไม่ नहीं negato negata u_hebt_geen nothing
    niets nichts rien nada niente`,
  unknown: `unknown nothing_known gone. deleted removed archived vanished no_such no_matching not_known not_found not_exist
    nonexist unresolv not_resolv not_be_resolv cannot_be_found not_yours not_one_of not_in. not_part not_belong
    not_see not_visib not_a_member private someone_else not_recogni unrecogni unbekannt nicht_gefund existiert_nicht
    introuv inconnu inexist desconoc no_encontr no_exist nao_existe nao_encontr desconhec non_trovat bestaat_niet
    nie_znal 存在しない 見つか 不存在 找不到 不明 не_найден не_сущест неизвест 없 neexist nenal nem_talal bulunam finns_inte
    hittades_inte findes_ikke finnes_ikke ei_loyd nu_exista khong_tim khong_ton_tai tidak_ditemukan δεν_βρεθ
    δεν_υπαρχ не_знайд не_існу`,
  bad: `invalid wrong bad. bogus illegal improper unaccept not_accept unrecogni not_recogni unknown unregister
    not_regist not_on_file revok void. voided dead. banned blocklist blacklist reject disabl deactiv inactiv suspend
    replaced rotated regenerat retired withdrawn terminat turned_off switched_off locked. compromis leaked
    not_issued never_issued not_check_out not_acceptable unaccept not_one_of not_ours fail mismatch unauthentic
    not_authentic could_not_be_verif unverif ungultig falsch gesperrt unbekannt incorrect invalid erron revoc inval
    desactiv 無効 不正 无效 無效 错误 不可用 使えません неверн недейств отозван not_right isn't_right isn't_valid onjuist bledn fel_
    felaktig forkert hatali neplatn ervenytelen invalida gecersiz virheel ugyldig nevazh khong_hop_le tidak_valid
    ακυρο недійсн נכון تالف غير_صالح לא_תקין ไม่ถูกต้อง अमान्य 올바르지 실패 失敗 失败 錯誤 switched turned_it_off disattiv`,
} as const;

export type Concept = keyof typeof concepts;
