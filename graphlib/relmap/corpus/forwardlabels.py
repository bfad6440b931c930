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
    "message-id|x-mailer|user-agent|mime-version|content-type|content-transfer-encoding|"
    "in-reply-to|抄送",
}
#: Each label in small letters with what stands behind it.
LABELS: Mapping[str, Label] = {
    name: label for label, names in _LABELS.items() for name in names.split("|")
}

# Whole phrases: "Scholz forwarded a message:" is a sentence.
_PHRASES = (
    r"(?:begin )?forwarded (?:message|e?-?mail)|original(?: message)?",
    r"(?:anfang der )?weitergeleiteten? (?:nachricht|e?-?mail)|ursprüngliche nachricht",
    r"original-?nachricht|(?:début du )?message (?:transféré|réexpédié|original|d[’']origine)",
    r"(?:inicio del )?mensaje (?:reenviado|original)",
    r"(?:inizio (?:del )?)?messaggio (?:inoltrato|originale)",
    r"(?:início da )?mensagem (?:re)?(?:encaminhada|original)",
    r"(?:begin )?doorgestuurd bericht|oorspronkelijk bericht",
    r"(?:vidarebefordrat|ursprungligt) (?:brev|meddelande)",
    r"(?:start på )?videresendt (?:meddelelse|besked|melding|e-post)",
    r"oprindelig meddelelse|opprinnelig melding|(?:välitetty|alkuperäinen) viesti",
    r"(?:początek )?przekazan(?:a wiadomość|ej wiadomości)|(?:přeposlaná|původní) zpráva",
    r"wiadomość oryginalna|oryginalna wiadomość|(?:переслане|оригінальне) повідомлення",
    r"(?:начало )?(?:переадресованн|пересылаем|пересланн|исходн)(?:ое сообщение|ого сообщения)",
    r"(?:iletilen|orijinal|özgün) (?:ileti|mesaj)|mesaj (?:redirecționat|original)",
    r"(?:továbbított|eredeti) üzenet|(?:προωθημένο|αρχικό) μήνυμα",
    r"转发的?邮件(?:信息)?|原始邮件|轉寄的?郵件|転送メッセージ|元のメッセージ",
)
_DASH = "[-_=*–—─]"
_PHRASE = f"(?:{'|'.join(_PHRASES)})"
#: A line of dashes, which tells nothing.
RULE = re.compile(rf"{_DASH}{{3,}}")
#: "Begin forwarded message:", "-----Originalnachricht-----", "---- Forwarded by A/B on … ----",
#: "----- Forwarded message from A <a@x.example> -----".
MARKER = re.compile(
    rf"{_PHRASE}\s?[:\uff1a]|{_DASH}{{2,}}\s*{_PHRASE}\s?[:\uff1a]?\s*{_DASH}*"
    rf"|{_DASH}{{3,}}\s*forwarded (?:by|message from)\b.{{0,80}}?\s*{_DASH}{{3,}}",
    re.IGNORECASE,
)
#: What some programs write below a forwarded mail: "----- End forwarded message -----".
FORWARD_ENDS = re.compile(
    rf"{_DASH}{{3,}}\s*end (?:of )?(?:the )?forwarded message\s*{_DASH}{{3,}}", re.IGNORECASE
)
#: "On Sat, 6 May 2023 at 10:00, Ayesha Khan <a@x.example> wrote:"
ATTRIBUTION = re.compile(
    r".{0,300}\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|"
    r"kirjoitti|napisała?|napsala?|написала?|пишет|пише|yazdı|a scris|έγραψε|írta)\b.{0,120}[:\uff1a]",
    re.IGNORECASE,
)
_FORWARD = "fwd?|wg|tr|rv|enc|i|vb|vl|pd|doorst|ilt|转发|轉寄|轉發"
_REPLY = "re|aw|sv|odp|antw|ynt|rif|回复|回覆|答复"
# "VS:" forwards a mail in Danish and Norwegian and answers one in Finnish.
_MARK = r"(?:\[\d+\])?\s?[:\uff1a]\s*"
#: Before a subject: "Fwd:", "Re[2]:", "WG:"; the colon is what a word lacks.
PREFIXES = re.compile(rf"(?:(?:{_FORWARD}|{_REPLY}|vs){_MARK})+", re.IGNORECASE)
# A mailing list puts its name before it: "[desk] Fwd: Leaders meet".
_LIST = r"(?:\[[^\[\]]{1,40}\]\s*)*"
#: What the first prefix of a subject says: that the mail forwards another, or that it answers one.
FORWARDING = re.compile(rf"{_LIST}(?:{_FORWARD}){_MARK}", re.IGNORECASE)
ANSWERING = re.compile(rf"{_LIST}(?:{_REPLY}){_MARK}", re.IGNORECASE)
