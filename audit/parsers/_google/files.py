"""Which of Takeout's files is read by whom, and which are left out and why. Folders are in the account's language."""

from audit.parsers._export import PICTURES, PICTURES_REASON, Reader
from audit.parsers._google import business, maps, play, plus
from audit.parsers._google.pages import read_comments_page
from audit.parsers._google.searches import read_searches
from audit.parsers._google.tables import read_table
from audit.parsers._google.videos import read_videos

YOUTUBE = r"YouTube(?:.{1,12}YouTube Music)?/"
LOCATION = r"[^/]+/account-[^/]+/location-[^/]+/"
MAPS = (
    r"(?:Google )?(?:Maps?|Mapas|Cartes|Karten|Mappe|Kaarten|Mapy|Карты|Карти|マップ|지도|地图|地圖|Haritalar"
    r"|Kartor|Kart|Bản đồ|Peta|แผนที่|خرائط)(?: ?[(（][^/]*[)）])?/"
)
PLUS = r"Google\+[ -]?(?:Stream|Communities|Community)/"
_HISTORY = (
    r"(?:watch-history|wiedergabeverlauf|kijkgeschiedenis|historique-des-vidéos-regardées|historial-de-reproducciones"
    r"|cronologia-visualizzazioni|histórico-de-visualização|история-просмотров|視聴履歴|시청-기록|观看记录)"
)
_SEARCHES = (
    r"(?:search-history|suchverlauf|zoekgeschiedenis|historique-(?:de|des)-recherches?|historial-de-b[uú]squedas?"
    r"|cronologia-(?:di-)?ricerche?|hist[oó]rico-de-pesquisas?|история-поиска|検索履歴|검색-기록|搜索记录)"
)
_ACTIVITY = (
    r"(?:My Activity|Meine Aktivitäten|Mijn activiteit|Mon activité|Mi actividad|Le mie attività|A minha atividade"
    r"|Minha atividade|Мои действия|マイ アクティビティ|내 활동|我的活动|我的活動)/"
)
_REVIEWS = (
    r"(?:Reviews|Bewertungen|Rezensionen|Recensies|Beoordelingen|Avis|Reseñas|Opiniones|Recensioni|Avaliações|Opinie"
    r"|Отзывы|クチコミ|口コミ|리뷰|评价|評論|Yorumlar|Recensioner|Anmeldelser|Omtaler|Arvostelut)"
)
_SAVED = (
    r"(?:Saved Places|Gespeicherte Orte|Opgeslagen plaatsen|Adresses enregistrées|Sitios guardados|Luoghi salvati"
    r"|Lugares salvos|Сохраненные места|保存した場所|저장한 장소)"
)
_FOLLOWED = (
    r"(?:subscriptions?|abonnements?|abonnementen|abos|suscripciones|iscrizioni|inscrições"
    r"|подписки|登録チャンネル)"
)

READS: dict[str, Reader] = {
    rf"{YOUTUBE}(?:.*/)?{_SEARCHES}\.(?:json|html?)": read_searches,
    rf"{YOUTUBE}(?!(?:.*/)?(?:{_HISTORY}|{_FOLLOWED})\.)(?:.*/)?[^/]+\.html?": read_comments_page,
    rf"{YOUTUBE}(?!(?:.*/)?(?:{_FOLLOWED}|[^/]*music[^/]*|[^/]*members?hips?)\.csv)(?:.*/)?[^/]+\.csv": read_table,
    rf"{YOUTUBE}(?:videos/.+|(?:.*/)?uploads)\.json": read_videos,
    rf"{LOCATION}reviews?(?:[-_ (][^/]*)?\.json": business.read_reviews,
    rf"{LOCATION}questions?(?:[-_ (][^/]*)?\.json": business.read_questions,
    rf"{LOCATION}(?:localPosts?|posts?)[^/]*(?:/[^/]+)?\.json": business.read_local_post,
    rf"{LOCATION}data\.json": business.read_business,
    rf"{LOCATION}(?:media[^/]*/)?media-[^/]*\.json": business.read_media,
    rf"{MAPS}(?:.*/)?{_REVIEWS}(?: ?\(\d+\))?\.json": maps.read_reviews,
    rf"{MAPS}(?:.*/)?{_SAVED}(?: ?\(\d+\))?\.json": maps.read_saved,
    rf"{MAPS}(?:.*/)?[^/]*(?:label+ed places|beschriftete orte|gelabelde plaatsen|sitios etiquetados)[^/]*\.json": (
        maps.read_labels
    ),
    rf"{MAPS}(?:.*/)?(?:Questions and answers|Fragen und Antworten|Vragen en antwoorden|Preguntas y respuestas"
    r"|Questions et réponses|Domande e risposte|Perguntas e respostas)[^/]*\.json": maps.read_answers,
    rf"{MAPS}(?:Photos and videos|Fotos und Videos|Foto.s en video.s|Fotos y vídeos|Photos et vidéos)/.+\.json": (
        maps.read_photo
    ),
    rf"{MAPS}[^/]+\.json": maps.read_places,
    r"(?:Saved|Gespeichert|Opgeslagen|Enregistrée?s?|Guardad[oa]s?|Salvat[oi]|Salvos|Сохран\w+|保存済み|저장됨|已保存)"
    r"/[^/]+\.csv": (maps.read_lists),
    rf"{PLUS}ActivityLog/[^/]*(?:comment|kommentar|reactie|comentario|commentaire)[^/]*\.json": plus.read_log,
    rf"{PLUS}(?!ActivityLog/|Photos)(?:.*/)?[^/]+\.json": plus.read_post,
    rf"{PLUS}(?:.*/)?Posts/[^/]+\.html?": plus.read_page,
    rf"{_ACTIVITY}[^/]*(?:Search|Suche|Zoeken|Recherche|Búsqueda|Ricerca|Pesquisa|Поиск|検索|검색|搜索|搜尋|YouTube|Maps"
    r"|Gemini|Bard)[^/]*/.+\.(?:json|html?)": read_searches,
    r"Google Play[^/]*/Reviews\.json": play.read_reviews,
}
LEFT_OUT = {
    rf"{YOUTUBE}(?:.*/)?(?:{_HISTORY}|{_FOLLOWED})\.\w+": "what you watched and whom you follow: no words of yours",
    rf"{YOUTUBE}(?:.*/)?[^/]+\.(?:csv|json)": "music, memberships and lists of videos: no words of yours",
    rf"{LOCATION}additionalData\.json": "facts on the business; we take its name from here",
    r"[^/]+/account-[^/]+/data\.json|[^/]+/businessPersonalization\.json": "settings of the business account",
    rf"{MAPS}.+\.(?:json|csv)": "routes, vehicles, facts on places and answers that you ticked: nothing you wrote",
    rf"{PLUS}.+": "Google+: what you liked, whom you followed, pictures",
    rf"{_ACTIVITY}.+": "what you opened and used, minute by minute: no words of yours",
    r"(?:Mail|Gmail|E-Mail|Google Chat|Hangouts|Google Voice|Messages|Google Meet|Groups|Google Groups)/.+": (
        "mail and chats are not read here, though they may hold clients' matters"
    ),
    r"(?:Drive|Google Drive|Docs|Keep|Google Keep|Google Notizen|Notizen|Tasks|Aufgaben|Calendar|Kalender|Agenda"
    r"|Contacts|Kontakte|Contacten|Contactos|Classroom|Google Classroom|Bookmarks|Chrome|Recorder|NotebookLM)/.+": (
        "documents, notes, calendars, address books and browsing: not read here, look at them yourself"
    ),
    r"(?:Google Photos|Google Fotos|Google Foto.s|Fotos|Photos)/.+": PICTURES_REASON,
    r"(?:Profile?|Google Account|Google-Konto|Android[^/]*|Home App|Google Home|Google Pay|Google Wallet|Google Fi|Fit"
    r"|Google Fit|Google Play(?! Store/Reviews)[^/]*|Location History|Timeline|Standortverlauf|Zeitachse|News"
    r"|Google Shopping/(?:Addresses|Orders|Loyalty|Collection Point|Person Collecting)|G Suite Marketplace"
    r"|Google Workspace Marketplace|Access Log Activity|Discover|Search Notifications|Assistant[^/]*|Purchases[^/]*"
    r"|Shopping Lists|Google Finance|Google Cloud Search|Crisis User Reports|Alerts)/.+": (
        "settings, devices, purchases and places where you were: no words of yours"
    ),
    r"(?:archive_browser|index|[^/]*archi[vef][^/]*)\.html?": "Google's list of what is in the archive",
    PICTURES: PICTURES_REASON,
}
