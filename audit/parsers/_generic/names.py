"""What columns are called, in many languages, folded as `_local_dates.folded` does it."""

import re
from functools import lru_cache

from audit.parsers._local_dates import folded

_TEXT = """text body content contents message post comment caption note status reply entry description review
    tweet markdown html rendered selftext words textcontent fulltext rawtext plaintext messagetext posttext
    commenttext commentbody postbody content_html msg parts nachricht beitrag inhalt kommentar eintrag
    bemerkung notiz beitragstext texte contenu commentaire publication billet avis texto contenido mensaje
    comentario publicacion entrada resena testo contenuto messaggio commento recensione conteudo mensagem
    postagem publicacao tekst inhoud bericht reactie tresc wiadomosc komentarz wpis innehall meddelande inlagg
    indhold innhold besked melding indlaeg innlegg teksti sisalto viesti kommentti julkaisu metin icerik mesaj
    yorum gonderi szoveg tartalom uzenet hozzaszolas bejegyzes obsah zprava prispevek komentar sadrzaj poruka
    mesajul continut noi_dung binh_luan isi pesan komentar текст сообщение комментарий содержание запись
    повідомлення коментар зміст κειμενο μηνυμα σχολιο περιεχομενο نص رسالة تعليق محتوى منشور טקסט הודעה תגובה
    תוכן 内容 正文 文本 评论 消息 內容 評論 訊息 本文 テキスト コメント メッセージ 投稿 내용 본문 댓글 메시지
    संदेश टिप्पणी"""
_DATE = """date created createdat createdon createdtime creationdate createddate datecreated createdutc
    timestamp datetime published publishedat publishdate publisheddate pubdate posted postedat postdate
    dateposted sentat sent senton when day submitted submittedat submissiontime time ts datum erstellt
    erstelltam veroffentlicht zeitpunkt zeitstempel gesendet date_gmt horodatage publiele creele envoyele fecha
    fechacreacion creado publicado enviado data creato pubblicato inviato criado aangemaakt geplaatst verzonden
    utworzono opublikowano wyslano skapad publicerad skickat oprettet sendt opprettet paivays paivamaara luotu
    lahetetty tarih olusturma ngay tanggal datumet datums дата создано время опубликовано створено ημερομηνια
    تاريخ תאריך 日期 时间 時間 发布时间 日時 日付 投稿日 날짜 작성일 तारीख दिनांक"""
_LATER = "updated updatedat modified modifiedat edited editedat lastmodified deleted lastedit geandert"
_TIME = "time hour uhrzeit zeit heure hora ora tijd czas tid kello saat vrijeme cas время час 时间 時刻 시간"
_AUTHOR = """author authorname user username userid from sender sendername who nick nickname screenname handle
    by poster postedby writer name displayname fromname createdby account member owner speaker role verfasser
    autor autorin absender benutzer benutzername nutzer von mitglied auteur utilisateur expediteur pseudo
    membre de usuario remitente autore utente mittente nome usuari remetente auteursnaam gebruiker afzender
    naam nadawca uzytkownik forfatter bruger bruker avsandare forfattare anvandare kirjoittaja kayttaja
    lahettaja yazar kullanici gonderen szerzo felhasznalo uzivatel автор пользователь отправитель имя
    користувач συγγραφεας χρηστης مؤلف كاتب المرسل כותב שולח 作者 用户 用戶 发送者 著者 投稿者 ユーザー 送信者
    작성자 보낸사람 लेखक"""
_TITLE = """title subject headline topic thread betreff titel uberschrift thema titre sujet objet titulo asunto
    tema titolo oggetto argomento assunto onderwerp tytul temat rubrik amne emne overskrift otsikko aihe baslik
    konu targy тема заголовок τιτλος θεμα عنوان כותרת 标题 標題 主题 タイトル 件名 제목 शीर्षक"""
_LINK = """url link permalink address uri href weblink posturl permalinkurl adresse lien enlace direccion
    collegamento indirizzo ligacao koppeling odnosnik lank linkki baglanti ссылка посилання συνδεσμος رابط
    קישור 链接 網址 リンク 링크"""
_ID = "id postid messageid commentid guid uuid key number nr nummer no statusid entryid msgid itemid identifier"
_KIND = "kind type posttype category art typ tipo soort rodzaj laji тип 类型 種類"
_TO = """to recipient recipients receiver touser sentto recipientname an empfanger destinataire destinatario
    destinatari ontvanger odbiorca mottagare modtager mottaker vastaanottaja alici получатель 收件人 宛先
    받는사람"""
_LISTS = "posts comments entries items records rows results list all threads notes replies articles statuses"
_CHAT = "messages chat chats conversation conversations dm dms directmessages inbox sms whispers"


def bare(name: str) -> str:
    """Return a name without case, accents, marks and blanks: `Created At` and `created_at` are both createdat."""
    return re.sub(r"[\W_]+", "", folded(name))


def _all(words: str) -> tuple[str, ...]:
    return tuple(bare(word) for word in words.split())


ROLES = {
    "text": _all(_TEXT), "date": _all(_DATE), "later": _all(_LATER), "time": _all(_TIME), "author": _all(_AUTHOR),
    "title": _all(_TITLE), "link": _all(_LINK), "id": _all(_ID), "kind": _all(_KIND), "to": _all(_TO),
    "chat": _all(_CHAT), "list": _all(_LISTS),
}  # fmt: skip
_SETS = {role: frozenset(words) for role, words in ROLES.items()}


@lru_cache(maxsize=4096)
def called(name: str, role: str) -> int:
    """Return how surely a column's name says that it plays this role: 3 by its whole name, 2 by a word of it, else 0.

    Of a path (`posts.author.name`) its last step counts, or else the last two together and the one before.
    """
    steps = name.split(".")
    last = steps[-1]
    if bare(last) in _SETS[role]:
        return 3
    words = {bare(word) for word in re.split(r"[\W_]+|(?<=[a-z])(?=[A-Z])", last)} - {""}
    if words & _SETS[role]:
        return 2
    before = bare(steps[-2]) if len(steps) > 1 else ""
    return 2 if before in _SETS[role] and bare(last) in _PLAIN_STEPS else 0


_PLAIN_STEPS = frozenset(("name", "value", "text", "rendered", "raw", "plain", "screenname", "date", "username"))


def known_by_name(name: str) -> bool:
    """Say whether it is the name of a column beyond doubt."""
    return any(bare(name) in words for words in _SETS.values())


def is_plain(name: str) -> bool:
    """Say whether it reads like a column's name, so that it may be shown: a key or cell may hold a post's words."""
    shown = name.strip()
    return 0 < len(shown) <= 60 and len(shown.split()) <= 4 and "\n" not in shown and shown.isprintable()
