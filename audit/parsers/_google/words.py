"""Words in the headers of Google's tables, which are in the account's language. Names of ids look alike everywhere."""

import re
import unicodedata


def folded(header: str) -> str:
    """Return a header as it is compared: small letters, plain hyphens and blanks."""
    plain = unicodedata.normalize("NFKC", header).casefold()
    return " ".join(re.sub(r"[‐-―−_]", "-", plain).split())


COMMENT = re.compile(
    r"comment|kommentar|reactie|comentari|comentári|commento|коммент|комент|komentar|komentá|hozzászól|yorum|kommentt"
    r"|σχόλι|コメント|댓글|评论|評論|留言|bình luận|ความคิดเห็น|تعليق|תגוב|टिप्पण"
)
LIVE = re.compile(
    r"live.?chat|chats? (?:en|em|in|dal|du) (?:direct|vivo|directo)|chat.{0,4}(?:ao vivo|na żywo)"
    r"|ライブ ?チャット|실시간 ?채팅"
    r"|直播|即時聊天|实时聊天|живо\w* чат|чат\w* .{0,10}эфир|canlı sohbet|livechat"
)
POST = re.compile(
    r"\bposts?\b|beitr[aä]g|bericht|publica|postagem|投稿|게시|帖子|貼文|запис|допис|пост\b|gönderi|inlägg|opslag"
)
TEXT = re.compile(
    r"text|texto|testo|tekst|текст|テキスト|텍스트|文字|文本|内容|內容|metin|szöveg|κείμενο"
    r"|nội dung|văn bản|ข้อความ|نص|טקסט"
)
TITLE = re.compile(
    r"tit[eu]?l|título|titre|titolo|tytuł|назв|заголов"
    r"|タイトル|제목|标题|標題|başlık|tiêu đề|judul|ชื่อ|العنوان|כותרת|otsikko|název|τίτλος"
)
ABOUT = re.compile(
    r"descri|beschreib|beschrijv|beskriv|opis|описан|опис|説明|설명|说明|說明|açıklama"
    r"|mô tả|deskripsi|kuvaus|popis|leírás"
    r"|คำอธิบาย|وصف|תיאור|περιγραφ"
)
LANGUAGE = re.compile(
    r"language|sprache|langue|idioma|lingua|\btaal|язык|мова|言語|언어|语言|語言|språk|\bjęzyk|\bdil|kieli"
)
PRIVACY = re.compile(
    r"privacy|visib|datenschutz|sichtbar|confidential|privacidad|privacidade|zichtbaar|公開|공개|隐私|隱私|видимост|конфиденц"
    r"|privat|widoczno|synlighet|gizlilik"
)
PICTURE = re.compile(
    r"image|bild|afbeelding|imagen|immagine|imagem|画像|이미지|图片|圖片|изображ|фото|obraz|görsel|billede"
)
VIDEO = re.compile(r"vid[eé]o|動画|視頻|视频|影片|видео|відео|비디오|동영상|wideo|فيديو|סרטון")
PLAYLIST = re.compile(
    r"playlist|lista de reproduc|再生リスト|재생목록|播放列表|播放清單|плейлист|oynatma"
    r"|spellista|afspeellijst|playlista"
)
CHANNEL = re.compile(r"channel|kanal|chaîne|\bcanal|チャンネル|채널|频道|頻道|канал|kanaal|kanał")
PARENT = re.compile(
    r"parent|übergeordnet|bovenliggend|principal|親|상위|родител|nadrzędn|oberst|top-level|nivel superior|niveau"
)
TIME = re.compile(r"time|zeit|tijd|horodat|fecha|data|timestamp|時|日|시간|время|дата|czas|tidspunkt|zaman")
PUBLISHED = re.compile(r"publi|veröffentl|gepublic|опублик|公開|게시|opublik|yayın")
MUSIC = re.compile(r"\bartist|album|künstler|interpret|アーティスト|아티스트|\bsong|titre du morceau|исполнител")
NOTE = re.compile(r"\bnote\b|notiz|notitie|\bnota\b|hinweis|メモ|메모|备注|備註|заметк|notatk|\bnot\b")
_PUBLIC = re.compile(
    r"public|öffentlich|publique|públic[oa]|pubblic[oa]|openbaar|公開|공개|公开|открыт\w*|общедоступ\w*"
    r"|unlisted|nicht gelistet"
    r"|non répertoriée|no listad[oa]|verborgen|限定公開|일부 공개|не в списке",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"private?|privat|privée?|privad[oa]|privat[oa]|privé|非公開|비공개|私享|私人|ограничен\w*|закрыт\w*", re.IGNORECASE
)


def audience_of(shown: str) -> str:
    """Return who can see a video. Unlisted counts as public: whoever has the address can see it."""
    if _PRIVATE.fullmatch(shown.strip()):
        return "private"
    return "public" if _PUBLIC.fullmatch(shown.strip()) else "unknown"
