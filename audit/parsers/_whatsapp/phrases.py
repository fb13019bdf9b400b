"""What WhatsApp writes in the place of words, in the languages of its exports. Compared without case and full stop."""

import re

DELETED_BY_YOU = frozenset((
    "you deleted this message", "you deleted this message as admin", "du hast diese nachricht gelöscht",
    "eliminaste este mensaje", "has eliminado este mensaje", "vous avez supprimé ce message",
    "tu as supprimé ce message", "hai eliminato questo messaggio", "você apagou esta mensagem",
    "você apagou essa mensagem", "apagaste esta mensagem", "eliminou esta mensagem", "apagou esta mensagem",
    "je hebt dit bericht verwijderd", "u hebt dit bericht verwijderd", "вы удалили это сообщение",
    "bu mesajı sildiniz", "usunięto tę wiadomość", "usunąłeś tę wiadomość", "du raderade detta meddelande",
    "du slettede denne besked", "du slettet denne meldingen", "poistit tämän viestin", "anda menghapus pesan ini",
    "あなたはこのメッセージを削除しました", "您已删除这条消息", "你已刪除這則訊息",
    "مسحتَ هذه الرسالة", "لقد حذفت هذه الرسالة", "מחקת הודעה זו", "आपने यह मैसेज डिलीट किया",
))  # fmt: skip
DELETED = frozenset((
    "this message was deleted", "message deleted", "diese nachricht wurde gelöscht", "se eliminó este mensaje",
    "este mensaje fue eliminado", "ce message a été supprimé", "questo messaggio è stato eliminato",
    "esta mensagem foi apagada", "essa mensagem foi apagada", "mensagem apagada", "esta mensagem foi eliminada",
    "dit bericht is verwijderd", "это сообщение удалено", "данное сообщение удалено", "bu mesaj silindi",
    "ta wiadomość została usunięta", "detta meddelande raderades", "denne besked blev slettet",
    "denne meldingen ble slettet", "tämä viesti poistettiin", "pesan ini telah dihapus", "此消息已删除",
    "このメッセージは削除されました", "תוכן ההודעה נמחק", "تم حذف هذه الرسالة", "यह मैसेज डिलीट किया गया था",
))  # fmt: skip
NOTICES = frozenset((
    "null", "waiting for this message", "waiting for this message. this may take a while",
    "diese nachricht wird geladen", "live location shared", "live-standort wird geteilt", "missed voice call",
    "missed video call", "missed group voice call", "missed group video call",
    "verpasster sprachanruf", "verpasster videoanruf", "llamada perdida", "llamada de voz perdida",
    "videollamada perdida", "appel vocal manqué", "appel vidéo manqué", "chiamata vocale persa",
    "videochiamata persa", "chamada de voz perdida", "chamada de vídeo perdida", "gemiste spraakoproep",
    "gemiste video-oproep", "sticker omitted", "sticker weggelassen", "sticker omitido", "autocollant omis",
    "sticker weggelaten", "contact card omitted", "kontaktkarte weggelassen", "tarjeta de contacto omitida",
))  # fmt: skip
_THINGS = (
    r"image|video|video note|audio|gif|document|bild|videonachricht|dokument|imagen|vídeo|documento|vidéo|note vidéo"
    r"|immagine|videomessaggio|imagem|áudio|afbeelding|videobericht|изображение|видео|аудиофайл|аудио|документ|görüntü"
    r"|ses|belge|bilden|videon|ljudet|dokumentet|billede|lyd|bilde|kuva|ääni|obraz|wideo|dźwięk|gambar|dokumen"
)
_GONE = (
    r"omitted|weggelassen|omitid[oa]|absente?|omise?|retiré|manquant|omess[oa]|esclusa|ocultad[oa]|não incluíd[oa]"
    r"|weggelaten|отсутствует|опущено|пропущено|dahil edilmedi|utelämnad|utelatt|udeladt|jätetty pois|pominięt[oya]"
    r"|tidak disertakan"
)
OMITTED = re.compile(rf"(?:{_THINGS}) (?:{_GONE})", re.IGNORECASE)
ALONE = re.compile(r"<([^<>\n]{3,60})>")  # on Android, all that stands in the place of a picture
LEFT_AWAY = frozenset((
    "media omitted", "medien ausgeschlossen", "medien weggelassen", "multimedia omitido", "archivo omitido",
    "médias omis", "fichier omis", "media omessi", "file omesso", "mídia oculta", "arquivo de mídia oculto",
    "ficheiro omitido", "ficheiro não revelado", "arquivo não revelado", "media weggelaten", "bestand weggelaten",
    "без медиафайлов", "медиафайл пропущен", "файл пропущен", "medya dahil edilmedi", "media har utelämnats",
    "media utelämnat", "mediefil udeladt", "medieindhold udeladt", "medier utelatt", "mediafil utelatt",
    "mediatiedosto jätetty pois", "media jätettiin pois", "pominięto multimedia", "media tidak disertakan",
    "省略多媒体文件", "忽略多媒体文件", "略過多媒體檔", "媒體已略去", "メディアなし", "メディアは含まれていません",
    "미디어 파일을 제외한 메시지", "मीडिया शामिल नहीं किया गया", "تم استبعاد الوسائط", "המדיה לא נכללה",
    "video message omitted", "video note omitted", "view once message omitted", "view once voice message omitted",
    "file not revealed", "archivo no revelado",
))  # fmt: skip
ATTACHED = frozenset((
    "file attached", "datei angehängt", "archivo adjunto", "fichier joint", "file allegato", "arquivo anexado",
    "ficheiro anexado", "bestand bijgevoegd", "файл добавлен", "dosya ekli", "bifogad fil", "fil bifogad",
    "vedhæftet fil", "fil vedhæftet", "fil vedlagt", "vedlagt fil", "tiedosto liitteenä", "tiedosto liitetty",
    "plik dołączony", "załączono plik", "file terlampir", "附件",
    "文件附件", "檔案已附加", "添付ファイル", "파일 첨부됨", "फ़ाइल अटैच की गई",
    "الملف مرفق", "קובץ מצורף",
))  # fmt: skip
EDITED = frozenset((
    "this message was edited", "diese nachricht wurde bearbeitet", "se editó este mensaje", "editaste este mensaje",
    "ce message a été modifié", "questo messaggio è stato modificato", "mensagem editada", "esta mensagem foi editada",
    "dit bericht is bewerkt", "сообщение изменено", "данное сообщение изменено", "bu mesaj düzenlendi",
    "meddelandet har redigerats", "detta meddelande redigerades", "denne besked blev redigeret",
    "denne meldingen ble redigert", "tätä viestiä muokattiin", "wiadomość została edytowana", "pesan ini diedit",
    "此消息已编辑", "このメッセージは編集されました",
))  # fmt: skip
YOU = frozenset(("you", "tú", "vous", "você"))
YOURSELF = re.compile(r"\s*\((?:you|du|sie|tú|tu|vous|toi|você|eu|jij|u|вы|sen|siz|ty|sinä|dig|mig|meg|anda)\)$", re.I)
_CHAT_NAMES = (
    r"whatsapp[ _-]chat[ _](?:with|mit|met|med|avec|con|-)[ _](.+)", r"whatsapp[ _]chat[ _]?-[ _]?(.+)",
    r"chat[ _](?:de[ _])?whatsapp[ _](?:con el grupo|con|dengan)[ _](.+)", r"discussion[ _]whatsapp[ _]avec[ _](.+)",
    r"convers?a[ _](?:do|no)[ _]whatsapp[ _]com[ _](.+)", r"conversation[ _]whatsapp[ _]avec[ _](.+)",
    r"whatsapp[ _-]samtale[ _](?:med|-)[ _](.+)", r"whatsapp[ _-]chatt?[ _]med[ _](.+)",
    r"(?:чат|переписка)[ _]в?[ _]?whatsapp[ _](?:с|со)[ _](.+)", r"czat[ _]whatsapp[ _](?:z|ze)[ _](.+)",
    r"whatsapp[ _]keskustelu[ _]-?[ _]?(.+)", r"(.+?)[ _]ile[ _]whatsapp[ _]sohbeti",
    r"whatsapp[ _](?:聊天|チャット|대화|トーク履歴)[ _]?-?[ _]?(.+)",
    r"[與与][ _]?(.+?)[ _]?的[ _]?whatsapp.*",
)  # fmt: skip
GROUP = re.compile(
    r"\b(?:group|gruppe|grupo|groupe|gruppo|groep|grupp|gruppen|grup|ryhmä|grupę|группу|группы|группа)\b|مجموعة"
    r"|群|グループ|그룹|קבוצה|ग्रुप",
    re.IGNORECASE,
)
CHAT_NAME = re.compile("|".join(f"(?:{one})" for one in _CHAT_NAMES), re.IGNORECASE)


LONGEST = 120  # characters, twice as long as any of them


def is_phrase(text: str, phrases: frozenset[str]) -> bool:
    """Say whether the text is one of the phrases. Most texts are longer than any."""
    return len(text) <= LONGEST and bare(text) in phrases


def bare(text: str) -> str:
    """Return a text as the tables above know it."""
    return " ".join(text.casefold().split()).rstrip(".。")
