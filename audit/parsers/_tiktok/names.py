"""Names of files and of labels in TikTok's text files, which are in the account's language."""

import re
from functools import lru_cache

_WORDS = {
    "comments": "Comments? Kommentare? Kommentarer Reacties Commentaires? Comentarios? Comentários? Comment[oi]"
    " Комментари[ий] Коментар[іі]?[ій]? Komentarz[e]? Komentář[e]? Hozzászólás(?:ok)? Yorum(?:lar)? Kommentit?"
    " Comentari[iu] Σχόλι[αο] 评论 評論 留言 コメント 댓글 Bình_luận ความคิดเห็น Komentar التعليقات تعليق תגוב(?:ות|ה)",
    "posts": "Posts? Videos? Beiträge Berichten Publications Publicaciones Publicações Pubblicazioni Публикации"
    " Публікації Posty Gönderiler Inlägg Innlegg Opslag Julkaisut 发布 發佈 作品 投稿 게시물 Bài_đăng โพสต์ Postingan",
    "deleted": "Recently_Deleted_(?:Posts|Videos) Onlangs_verwijderde_berichten Kürzlich_gelöschte_Beiträge"
    " Недавно_удаленные_публикации Publications_récemment_supprimées Publicaciones_eliminadas_recientemente"
    " Publicações_excluídas_recentemente Post_eliminati_di_recente",
    "stories": "Stor(?:y|ies|ys)",
    "profile": "Profile_Info(?:rmation)? Profielinformatie Profilinformationen Profilinfo Данные_профиля"
    " Informations_(?:de|du)_profil Información_del_perfil Informações_do_perfil Informazioni_(?:sul|del)_profilo",
    "reviews": "Location_Reviews? Locatiebeoordelingen Locatierecensies Standortbewertungen Ortsbewertungen"
    " Отзывы_о_местах",
    "products": "Product_Reviews? Product_Review_History Productbeoordelingen Productrecensies Produktbewertungen",
    "searches": "Searches Search_History Zoekopdrachten Suchanfragen Suchverlauf Поисковые_запросы История_поиска"
    " Recherches Búsquedas Pesquisas Ricerche",
    "collections": "Favou?rite_Collections? Favoriete_collecties Favorisierte_Sammlungen Избранные_коллекции",
    "assistant": "Tako_Chat_History Tako-chatgeschiedenis Tako-Chatverlauf История_чата_Tako",
    "lives": "Go_Live_History",
    "live_comments": "Watch_Live_History",
    "reposts": "Reposts? Herplaatsingen Repostings Репосты",
    "messages": "Direct_Messages? Chat_History Group_Chats? Directe_berichten Groepschat Direktnachrichten Gruppenchat"
    " Личные_сообщения Групповой_чат Messages_privés Mensajes_directos Mensagens_diretas Messaggi_diretti",
    "shops": "Communication_(?:History|with_shops) Customer_support_history",
    "nothing": "Like_List Likelijst Favou?rite_?\\w+(?:_\\w+)* Favoriete_\\w+ FavoriteItems Watch_History"
    " (?:Video_)?Browsing_History Kijkgeschiedenis Watch_Live_settings Go_Live_settings Login_History"
    " Inloggeschiedenis Follower(?:_List)?s? Following(?:_List)? Volger Volgend Block_List Blokkeringslijst Mute_List"
    " Settings Instellingen Autofill Automatisch_invullen Auto_Fill AI-Moji AI_Moji Status Share_History"
    " Geschiedenis_delen Hashtag Stickers? Purchases Purchase_History Aankopen Ad_Interests Advertentie-interesses"
    " Ads_Based_On_Data_Received_From_Partners Off_TikTok_Activity Activiteit_buiten_TikTok"
    " Usage_Data_from_Third-Party_Apps_and_Websites Instant_Form_Ads_Responses Ad_Link_History"
    " Geschiedenis_van_advertentielinks Most_Recent_Location_Data Meest_recente_locatiegegevens Activity_Summary"
    " Samenvatting_van_activiteit Donation Donatie Fundraiser Fondsenwerving Transaction_History Coin_Purchase_History"
    " Current_Payment_Information Returns?_and_Refunds?_History Order_History Order_Dispute_History"
    " Product_Browsing_History Saved_Address_Information Shopping_Cart_List Vouchers TikTokFavoriteItem"
    " Profile_Views Profielweergaven Third_Party_Information Informatie_van_derden Crash_Log"
    " История_просмотра Список_лайков Избранн\\w+(?:_\\w+)* Настройки Подписчики Подписки История_входа",
}


def named(*kinds: str) -> str:
    """Return a pattern for text files of these kinds, by their names in the languages that we know."""
    words = (word.replace("_", "[ _]") for kind in kinds for word in _WORDS[kind].split())
    return rf"(?:.*/)?(?:{'|'.join(words)})(?: ?\(\d+\)|_\d{{1,3}})?\.txt"


def kind_by_name(path: str) -> str:
    """Return what kind of file this is by its name, "" if the name tells nothing."""
    return next((kind for kind, pattern in _BY_NAME if pattern.fullmatch(path)), "")


_BY_NAME = [(kind, re.compile(named(kind), re.IGNORECASE)) for kind in _WORDS]

LABELS = {
    "comment": re.compile(
        r"(?:live )?comment\w*|kommentar\w*|reactie|commentaire|comentario|comentário|commento|комментар\w*|коментар\w*"
        r"|komentarz|komentář|hozzászólás|yorum|kommentti|comentariu|σχόλιο|评论|評論|留言|コメント|댓글|bình luận"
        r"|ความคิดเห็น|komentar|تعليق|תגובה|question",
        re.IGNORECASE,
    ),
    "title": re.compile(
        r"title|caption|description|room title|text|titel|tekst|titre|título|titolo|tytuł|назва|название|заголовок"
        r"|описание|опис|标题|標題|タイトル|제목|başlık|tiêu đề|judul|ชื่อ|العنوان|כותרת|add ?yours ?text"
        r"|alternat(?:e|ive) ?text|alt ?text|alternatieve tekst|alternativer text|beschreibung|beschrijving",
        re.IGNORECASE,
    ),
    "review": re.compile(
        r"review(?: ?text| content)?|beoordeling(?:stekst)?|recensie|bewertung(?:stext)?|отзыв|avis|reseña|avaliação"
        r"|recensione",
        re.IGNORECASE,
    ),
    "search": re.compile(
        r"search ?terms?|zoekterm|suchbegriff|поисковый запрос|запрос|recherche|término de búsqueda"
        r"|termo de pesquisa|termine di ricerca",
        re.IGNORECASE,
    ),
    "collection": re.compile(r"favou?rite ?collection|collection|favoriete collectie|коллекция", re.IGNORECASE),
    "bio": re.compile(
        r"bio(?: ?description)?|biograf\w*|о себе|beschreibung|biographie|biografía|個人簡介", re.IGNORECASE
    ),
    "user": re.compile(
        r"user ?name|benutzername|nutzername|gebruikersnaam|nom d[’']utilisateur|nombre de usuario|nome de usuário"
        r"|nome utente|nome de utilizador|имя пользователя|ім[’']я користувача|nazwa użytkownika|kullanıcı adı"
        r"|användarnamn|brukernavn|brugernavn|käyttäjänimi|ユーザー名|사용자 이름|用户名|使用者名稱|nama pengguna"
        r"|tên người dùng|ชื่อผู้ใช้|اسم المستخدم|שם משתמש",
        re.IGNORECASE,
    ),
    "place": re.compile(
        r"place ?name|location|plaats(?:naam)?|locatie|ort|standort|место|lieu|lugar|luogo", re.IGNORECASE
    ),
    "audience": re.compile(r"who ?can ?view|wie kan \w+ bekijken|wer kann .{0,30}|кто может .{0,30}", re.IGNORECASE),
    "likes": re.compile(r"likes?(?:\(s\))?|vind-ik-leuks|gefällt mir|лайки|j[’']aime", re.IGNORECASE),
    "rating": re.compile(r"rating|sterren|bewertung|оценка|note|puntuación", re.IGNORECASE),
    "shop": re.compile(r"shop ?name|product ?name|winkel|shop", re.IGNORECASE),
    "picture": re.compile(r"photo|foto|video|sticker|image|фото|стикер|видео", re.IGNORECASE),
    "nothing": re.compile(
        r"date ?deleted|sound|music|geluid|ton|звук|allow.*|content ?disclosure|ai ?generated ?content|cover ?image"
        r"|link|url|.*\blink\b.*|ссылка.*|download.*|status|state|hashtag.*|(?:auto)?app",
        re.IGNORECASE,
    ),
}


@lru_cache(maxsize=1024)
def label_kind(label: str) -> str:
    """Return what a label says of its value, "" if we do not know the label."""
    shown = label.strip().rstrip(":").strip()
    return next((kind for kind, pattern in LABELS.items() if pattern.fullmatch(shown)), "")
