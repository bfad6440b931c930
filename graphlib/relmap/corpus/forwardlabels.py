"""What stands at the top of a forwarded or quoted mail, in the languages of mail programs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Label = Literal["from", "date", "subject", "to", "other"]

_LABELS: Mapping[Label, str] = {
    # en de fr/es/pt it nl sv da/no fi pl/cs ru uk tr ro el hu zh ja
    "from": "from|von|de|da|van|från|fra|lähettäjä|od|от|від|kimden|gönderen|de la|από|feladó|"
    "发件人|寄件者|差出人",
    "date": "date|sent|sent on|datum|gesendet|gesendet am|envoyé|envoyé le|fecha|enviado|"
    "enviado el|enviado em|enviada em|enviada|data|inviato|data di invio|verzonden|skickat|dato|"
    "sendt|lähetetty|päivämäärä|wysłano|data wysłania|odesláno|дата|отправлено|надіслано|tarih|"
    "gönderildi|gönderme tarihi|trimis|ημερομηνία|küldve|dátum|日期|发送时间|寄件日期|日時|送信日時",
    "subject": "subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|"
    "předmět|тема|konu|subiect|θέμα|tárgy|主题|主旨|件名",
    "to": "to|an|à|a|para|aan|till|til|vastaanottaja|do|komu|кому|kime|alıcı|către|προς|címzett|"
    "收件人|收件者|宛先",
    "other": "cc|bcc|kopie|copie|copia|cópia|kopia|копия|копія|reply-to|antwort an|répondre à|"
    "responder a|rispondi a|importance|priority|wichtigkeit|priorité|prioridad|attachments|attachment|"
    "anlagen|anhänge|pièces jointes|adjuntos|allegati|anexos|organisation|organization|resent-from|list-id|"
    "message-id|x-mailer|抄送",
}
#: Each label in small letters with what stands behind it.
LABELS: Mapping[str, Label] = {
    name: label for label, names in _LABELS.items() for name in names.split("|")
}

#: "Begin forwarded message:", "Anfang der weitergeleiteten Nachricht:", a line of dashes.
MARKER = re.compile(
    r"[-_=*–—─]{3,}.{0,80}"
    r"|.{0,60}(?:forwarded|weitergeleitete|transféré|réexpédié|reenviado|inoltrato|encaminhada|"
    r"doorgestuurd|vidarebefordra|videresend|przekazan|přeposlan|пересыла|пересла|iletilen|"
    r"original message|originalnachricht|ursprüngliche nachricht|message d[’']origine|"
    r"mensaje original|messaggio originale|mensagem original)\w*.{0,30}:",
    re.IGNORECASE,
)
#: "On Sat, 6 May 2023 at 10:00, Ayesha Khan <a@x.example> wrote:"
ATTRIBUTION = re.compile(
    r".{0,300}\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|"
    r"kirjoitti|napisała?|napsala?|написала?|пишет|пише|yazdı|a scris|έγραψε|írta)\b.{0,120}[:\uff1a]",
    re.IGNORECASE,
)
#: Before a subject: "Fwd:", "Re[2]:", "WG:"; the colon is what a word lacks.
PREFIXES = re.compile(
    r"(?:(?:fwd?|re|aw|wg|tr|rv|enc|i|vs|vb|vl|sv|pd|odp|doorst|rif|antw|ynt|ilt)"
    r"(?:\[\d+\])?\s?[:\uff1a]\s*)+",
    re.IGNORECASE,
)
