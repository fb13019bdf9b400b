"""What may be taken from the sentence that Facebook writes above a record, in the language of the account.

Nothing hangs on it alone: no match is normal, and the sentence is kept whole as the post's headline.
"""

import re
from functools import lru_cache

# Sentences that tell nothing: a record with no more than such a sentence is no post. Singular and plural, as seen or
# as the interface writes them; in a language that is not here the sentence itself is kept as the post's text.
_SAYS_NOTHING = (
    r"updated (?:his|her|their) (?:status|profile (?:picture|photo|video)|cover photo)",
    r"(?:shared|posted|added|uploaded) (?:an?|\d+|another) (?:new )?(?:link|post|photo|memory|video|event|group|album"
    r"|reel|story|stories|note|page|gif)s?(?: from [\w .,]*\d{4}[\w .,:]*)?",
    r"posted something via .{1,80}",
    r"posted in .{1,120}",
    r"wrote on .{1,100}(?:timeline|wall)",
    r"hat (?:seinen|ihren) Status aktualisiert",
    r"hat (?:sein|ihr) (?:Profilbild|Titelbild) (?:aktualisiert|geändert)",
    r"hat (?:einen?|ein|\d+) (?:neue[ns]? )?(?:Link|Beitrag|Fotos?|Videos?|Erinnerung|Veranstaltung|Gruppe|Album)"
    r" (?:geteilt|gepostet|hinzugefügt|hochgeladen)",
    r"a mis à jour (?:son|sa) (?:statut|photo de (?:profil|couverture))",
    r"a (?:partagé|ajouté|publié) (?:une?|\d+|des) (?:nouve\w+ )?(?:lien|publication|photo|souvenir|vidéo|év[éè]nement"
    r"|groupe)s?",
    r"(?:actualizó|ha actualizado) su (?:estado|foto (?:del?|de) (?:perfil|portada))",
    r"(?:compartió|ha compartido|agregó|ha añadido|añadió|publicó) (?:una?|\d+) (?:nuev\w+ )?(?:enlace|publicación|foto"
    r"|recuerdo|v[ií]deo|evento|grupo)s?(?: nuev\w+)?",
    r"ha aggiornato (?:il suo stato|la sua immagine d(?:el profilo|i copertina))",
    r"ha (?:condiviso|aggiunto|pubblicato) (?:una?|\d+) (?:nuov\w+ )?(?:link|post|foto|ricordo|video|evento|gruppo)",
    r"atualizou (?:o )?(?:seu )?(?:status|estado|foto d[eo] (?:perfil|capa))",
    r"(?:compartilhou|partilhou|adicionou|publicou) (?:uma?|\d+) (?:nov\w+ )?(?:link|publicação|foto|lembrança|memória"
    r"|vídeo|evento|grupo)s?",
    r"heeft (?:zijn|haar|hun) (?:status|profielfoto|omslagfoto) (?:bijgewerkt|geüpdatet)",
    r"heeft (?:een|\d+) (?:nieuwe )?(?:link|bericht|foto'?s?|herinnering|video'?s?|evenement|groep)"
    r" (?:gedeeld|toegevoegd|geplaatst)",
    r"har (?:opdateret|oppdatert) sin status",
    r"har (?:delt|tilføjet|lagt til) (?:ett?|en|\d+) (?:nye? |nytt? )?(?:link|lenke|opslag|innlegg|billeder?|bilder?"
    r"|minde|minne|video|begivenhed|gruppe)",
    r"uppdaterade sin status",
    r"(?:delade|lade till) (?:ett?|\d+) (?:ny\w* )?(?:länk|inlägg|foton?|bild|minne|video|händelse|grupp)",
    r"đã cập nhật trạng thái.{0,20}",
    r"đã (?:thêm|chia sẻ) (?:một|\d+) (?:ảnh|liên kết|bài viết|video|kỷ niệm)(?: mới)?",
)
_NOTHING = re.compile(rf".{{1,100}}? (?:{'|'.join(_SAYS_NOTHING)})\s*\.?", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:posted|shared .{1,40}?|added .{1,40}?|asked .{1,40}?) (?:in|to)(?: the group:?)? (.+?)\.?$|在(.+)社團"
)
_ANSWERED = re.compile(r"(?:commented on|replied to|wrote on) (.{1,100}?)(?:'s|’s|(?<=s)['’]) [\w ]{1,40}\.?$")
_OWN = re.compile(r"(?:his|her|their) own", re.IGNORECASE)
_RECOMMENDS = re.compile(r"\b(?:recommends?|empfiehlt|recommande|recomienda|recomenda|consiglia|anbefaler)\b")
_KEPT = 2000  # sentences: most stand above many records
_OF_ANOTHER = re.compile(r"(.{1,100}?)(?:'s|’s) (?:photo|video) from .+ birthday story")


@lru_cache(_KEPT)
def tells_something(title: str) -> bool:
    """Say whether the sentence alone is worth a look: a feeling, a place, with whom."""
    return bool(title) and not _NOTHING.fullmatch(title)


@lru_cache(_KEPT)
def group_in(title: str) -> str:
    """Return the group that the sentence names, "" if it names none or in a language that we cannot tell."""
    found = _GROUP.search(title)
    return (found[1] or found[2]).strip() if found else ""


@lru_cache(_KEPT)
def answered_in(title: str) -> str:
    """Return whose post or comment the sentence says was answered, "" if one's own or not to be told."""
    found = _ANSWERED.search(title) if "'" in title or "’" in title else None
    return "" if not found or _OWN.match(found[1]) else found[1].strip()


@lru_cache(_KEPT)
def recommends(title: str) -> bool:
    """Say whether the sentence tells of a recommendation."""
    return bool(_RECOMMENDS.search(title))


def is_of_another(title: str, owner: str) -> bool:
    """Say whether a story's picture is somebody else's: friends add pictures to a birthday story."""
    found = _OF_ANOTHER.match(title) if "birthday story" in title else None
    return found is not None and found[1].strip() != owner


def is_given(album: str) -> bool:
    """Say whether Facebook gave the album its name."""
    return album.lower() in _GIVEN_NAMES


_GIVEN_NAMES = frozenset({
    "mobile uploads", "timeline photos", "profile pictures", "cover photos", "ios photos", "android photos",
    "instagram photos", "wall photos", "videos", "untitled album", "photos", "facebook camera", "webcam photos",
    "handy-uploads", "chronik-fotos", "profilbilder", "titelbilder", "photos de profil", "photos de couverture",
    "photos du journal", "téléchargements mobiles", "fotos del perfil", "fotos de perfil", "fotos de portada",
    "fotos de la biografía", "fotos da linha do tempo", "fotos do perfil", "fotos de capa",
    "immagini del profilo", "immagini di copertina", "foto del diario", "caricamenti da cellulare",
    "profielfoto's", "omslagfoto's", "tijdlijnfoto's", "profilbilleder", "coverbilleder", "tidslinjebilleder",
    "mobiloverførsler", "omslagsbilder", "tidslinjefoton", "手機上傳", "動態時報相片", "大頭貼照", "封面相片",
})  # fmt: skip
