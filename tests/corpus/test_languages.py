"""A language is told only where it is beyond doubt; English is never taken for another."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus import read_upload, texts
from relmap.corpus.languages import code_of, detect
from relmap.corpus.sources import Told
from relmap.models import Article

ENGLISH = (
    "The foreign minister met his German colleague in Vienna on Monday. Both want the talks on the "
    "treaty to end before the year is over. A spokesman said that some questions were still open."
)
SENTENCES = {
    "en": ENGLISH,
    "de": "Der Außenminister traf am Montag in Berlin seinen Amtskollegen aus Frankreich. Beide "
    "wollen, dass die Verhandlungen über das Abkommen bis zum Ende des Jahres abgeschlossen werden. "
    "Ein Sprecher sagte, es seien noch einige Fragen offen.",
    "fr": "Le ministre des Affaires étrangères a rencontré lundi à Paris son homologue allemand. Les "
    "deux hommes souhaitent que les négociations sur l'accord se terminent avant la fin de l'année. "
    "Selon un porte-parole, il reste plusieurs questions à régler.",
    "es": "El ministro de Asuntos Exteriores se reunió el lunes en Madrid con su homólogo alemán. "
    "Ambos quieren que las negociaciones sobre el acuerdo terminen antes de que acabe el año. Según "
    "un portavoz, todavía quedan varias cuestiones por resolver.",
    "it": "Il ministro degli Esteri ha incontrato lunedì a Roma il suo collega tedesco. Entrambi "
    "vogliono che i negoziati sull'accordo si concludano entro la fine dell'anno. Secondo un "
    "portavoce restano ancora alcune questioni da risolvere.",
    "pt": "O ministro dos Negócios Estrangeiros reuniu-se na segunda-feira em Lisboa com o seu "
    "homólogo alemão. Ambos querem que as negociações sobre o acordo terminem antes do fim do ano. "
    "Segundo um porta-voz, ainda há várias questões por resolver.",
    "nl": "De minister van Buitenlandse Zaken heeft maandag in Den Haag zijn Duitse collega ontmoet. "
    "Beiden willen dat de onderhandelingen over het akkoord nog dit jaar worden afgerond. Volgens "
    "een woordvoerder zijn er nog enkele vragen open.",
    "pl": "Minister spraw zagranicznych spotkał się w poniedziałek w Warszawie ze swoim niemieckim "
    "odpowiednikiem. Obaj chcą, aby negocjacje w sprawie umowy zakończyły się przed końcem roku. "
    "Według rzecznika pozostało jeszcze kilka otwartych pytań.",
    "cs": "Ministr zahraničí se v pondělí v Praze setkal se svým německým protějškem. Oba chtějí, aby "
    "jednání o dohodě skončila do konce roku. Podle mluvčího zbývá ještě několik otevřených otázek.",
    "ru": "Министр иностранных дел встретился в понедельник в Москве со своим немецким коллегой. Оба "
    "хотят, чтобы переговоры о соглашении завершились до конца года. По словам представителя "
    "министерства, остаётся ещё несколько открытых вопросов.",
    "uk": "Міністр закордонних справ зустрівся в понеділок у Києві зі своїм німецьким колегою. "
    "Обидва хочуть, щоб переговори про угоду завершилися до кінця року. За словами речника, "
    "залишається ще кілька відкритих питань.",
    "el": "Ο υπουργός Εξωτερικών συναντήθηκε τη Δευτέρα στην Αθήνα με τον Γερμανό ομόλογό του. Και οι "
    "δύο ζήτησαν να ολοκληρωθούν οι διαπραγματεύσεις για τη συμφωνία πριν από το τέλος του έτους.",
    "tr": "Dışişleri Bakanı pazartesi günü Ankara'da Alman mevkidaşıyla bir araya geldi. İki bakan da "
    "anlaşma görüşmelerinin yıl sonuna kadar tamamlanmasını istedi. Bir sözcüye göre hâlâ çözülmesi "
    "gereken birkaç konu bulunuyor.",
    "ar": "التقى وزير الخارجية يوم الاثنين في القاهرة نظيره الألماني. ودعا الوزيران إلى اختتام "
    "المفاوضات بشأن الاتفاق قبل نهاية العام. وقال متحدث باسم الوزارة إن هناك عدة مسائل لا تزال بحاجة "
    "إلى حل بين البلدين.",
    "fa": "وزیر امور خارجه روز دوشنبه در تهران با همتای آلمانی خود دیدار کرد. هر دو خواستند که مذاکرات "
    "درباره توافق تا پایان سال به نتیجه برسد. به گفته سخنگوی وزارتخانه هنوز چند پرسش باز مانده است.",
    "hi": "विदेश मंत्री ने सोमवार को नई दिल्ली में अपने जर्मन समकक्ष से मुलाकात की। दोनों ने कहा कि समझौते पर "
    "बातचीत साल के अंत तक पूरी होनी चाहिए। प्रवक्ता के अनुसार अभी कई सवालों का हल निकालना बाकी है।",
    "zh": "外交部长星期一在北京会见了德国外长。双方表示希望在今年年底之前结束有关该协议的谈判。"
    "一位发言人说,目前还有几个问题需要解决,但是谈判进展顺利。两国部长还讨论了地区局势以及双边贸易关系,"
    "并同意下个月再次会面,继续就此问题交换意见。",
    "ja": "外務大臣は月曜日に東京でドイツの外相と会談した。両者は協定に関する交渉を年末までに終えることを"
    "望んでいると述べた。報道官によると、まだ解決しなければならない問題がいくつか残っているという。"
    "会談では地域の情勢や貿易についても意見を交わした。",
    "ko": "외교부 장관은 월요일 서울에서 독일 외무장관과 만났다. 두 사람은 협정에 관한 협상이 올해 말까지 "
    "마무리되기를 바란다고 말했다. 대변인에 따르면 아직 해결해야 할 문제가 몇 가지 남아 있다고 한다. "
    "두 장관은 지역 정세와 무역에 대해서도 의견을 나누었다.",
    "sv": "Utrikesministern träffade på måndagen sin tyska kollega i Stockholm. Båda vill att "
    "förhandlingarna om avtalet ska vara klara före årets slut. Enligt en talesman återstår det "
    "fortfarande några frågor att lösa.",
    "fi": "Ulkoministeri tapasi maanantaina Helsingissä saksalaisen virkaveljensä. Molemmat haluavat, "
    "että neuvottelut sopimuksesta saadaan päätökseen ennen vuoden loppua. Tiedottajan mukaan "
    "muutamia kysymyksiä on vielä ratkaisematta.",
    "id": "Menteri luar negeri bertemu dengan rekannya dari Jerman di Jakarta pada hari Senin. "
    "Keduanya berharap perundingan mengenai perjanjian itu selesai sebelum akhir tahun. Menurut juru "
    "bicara, masih ada beberapa pertanyaan yang harus diselesaikan.",
}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_an_article_has_its_language(code: str) -> None:
    assert detect("\n\n".join([SENTENCES[code]] * 4)) == code


@pytest.mark.parametrize("code", sorted(SENTENCES.keys() - {"hi"}))
def test_three_sentences_are_enough(code: str) -> None:
    assert detect(SENTENCES[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kyiv",
        "Leaders meet in Vienna",
        "Ministertreffen in Wien",
        "12 345 678 — 9.10.2011 " * 40,
        # Lists of names, which are foreign in English papers too.
        "Spain: Unai Simón; Dani Carvajal, Robin Le Normand, Aymeric Laporte, Marc Cucurella; Rodri, "
        "Fabián Ruiz; Lamine Yamal, Dani Olmo, Nico Williams; Álvaro Morata. Portugal: Diogo Costa; "
        "João Cancelo, Rúben Dias, Pepe, Nuno Mendes; João Palhinha, Vitinha; Bernardo Silva.",
        "Xi Jinping, Wang Yi, Li Qiang, Zhao Leji, Qin Gang, Narendra Modi, Subrahmanyam Jaishankar, "
        "Vladimir Putin, Sergei Lavrov, Dmitry Peskov, Shehbaz Sharif, Khawaja Asif, Bilawal Zardari",
        "Recep Tayyip Erdoğan, Hakan Fidan, Süleyman Soylu, Kemal Kılıçdaroğlu, Ekrem İmamoğlu, "
        "Mansur Yavaş and Meral Akşener were there, and Mohammed bin Salman came with Mustafa Kamal.",
        # Titles of papers and one long quotation in an English sentence.
        "El Espectador and La Nación reported it. The Vanguardia quoted the mayor, who said “la "
        "libertad de los pueblos es la paz de las naciones, y no hay paz sin justicia” in full.",
        # Capitals alone, in a language that is not English.
        SENTENCES["de"].upper(),
    ],
)
def test_what_is_short_mixed_or_only_names_is_left_open(text: str) -> None:
    assert detect(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "LEADERS MEET IN KYIV AS TALKS OVER THE GRAIN DEAL STALL; ZELENSKYY, ERDOGAN AND GUTERRES "
        "CALL FOR AN END TO THE BLOCKADE OF THE PORTS ON THE BLACK SEA",
        "Jeenbek Kulubaev of Kyrgyzstan met Sirojiddin Muhriddin of Tajikistan in Samarkand, where "
        "Bakhtiyor Saidov received both at the Kuksaroy and spoke of water, borders and trade.",
        "Olaf Scholz told the Frankfurter Allgemeine Zeitung that the Bundestag would vote before "
        "the summer; Annalena Baerbock and Friedrich Merz said they would wait for the Bundesrat.",
    ],
)
def test_english_with_foreign_names_is_not_foreign(text: str) -> None:
    assert detect(text) in {"en", ""}


def test_two_languages_in_one_text_are_left_open() -> None:
    assert detect("\n\n".join([ENGLISH] * 6 + [SENTENCES["es"]] * 6)) == ""
    assert detect("\n\n".join([SENTENCES["es"]] * 6 + [ENGLISH] * 6)) == ""


@given(st.text(max_size=2_500))
def test_any_text_has_a_code_or_none(text: str) -> None:
    code = detect(text)
    assert code == "" or (len(code) == 2 and code.isalpha() and code.islower())
    assert detect(text) == code


def test_an_article_knows_its_language_and_its_id_does_not() -> None:
    article = texts.article(SENTENCES["fr"], "a.txt")
    assert article.language == "fr"
    told = texts.article(SENTENCES["fr"], "a.txt", told=Told(language="de"))
    assert (told.language, told.article_id) == ("de", article.article_id)
    assert texts.identify(replace(article, language="")) == article.article_id


@pytest.mark.parametrize(
    ("cell", "code"),
    [("en", "en"), ("EN", "en"), ("en-GB", "en"), ("pt_BR", "pt"), ("English", ""), ("xx", "")],
)
def test_a_code_in_a_table_is_one_of_the_standard(cell: str, code: str) -> None:
    assert code_of(cell) == code


def test_a_tables_own_column_wins() -> None:
    rows = [{"text": SENTENCES["fr"], "lang": "de"}, {"text": SENTENCES["fr"], "lang": "French"}]
    content = "\n".join(json.dumps(row) for row in rows).encode()
    read = list(read_upload("a.jsonl", content))
    assert [item.language for item in read if isinstance(item, Article)] == ["de", "fr"]


def test_german_with_many_names_is_german_and_its_names_alone_are_not() -> None:
    text = (
        "Bundeskanzler Olaf Scholz hat den französischen Präsidenten Emmanuel Macron getroffen. Das "
        "teilte Regierungssprecher Steffen Hebestreit mit. Bundesaußenministerin Annalena Baerbock "
        "und Verteidigungsminister Boris Pistorius waren ebenfalls in Paris dabei, ebenso "
        "Finanzminister Christian Lindner, Wirtschaftsminister Robert Habeck und Innenministerin "
        "Nancy Faeser. Der Bundestag in Berlin berät am Donnerstag über das Paket."
    )
    assert detect(text) == "de"
    names = (
        "Steffen Hebestreit, Boris Pistorius, Robert Habeck, Nancy Faeser, Jürgen Trittin, Wolfgang "
        "Schäuble, Günther Oettinger, Ursula Müller, "
    )
    particles = (
        "Graf von Lambsdorff und Der Spiegel, Zeitung für Deutschland, vom Bruch, zum Felde."
    )
    assert detect(names + particles + names + "zur Hausen, im Thurn und der Tann.") == ""


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        (
            "Kanzler Olaf Scholz hat in Paris mit dem Präsidenten Macron über die Ukraine geredet.",
            ["de"],
            "de",
        ),
        (
            "Scholz trifft Macron heute in Paris, um über die Lage in der Ukraine zu reden.",
            ["en", "de"],
            "de",
        ),
        (SENTENCES["de"].upper(), ["de"], "de"),
        ("Премијер се састао са министром у Београду.", ["sr"], "sr"),
        # What a template declares and the text is not.
        ("The minister met his colleague in Vienna.", ["de"], ""),
        ("The minister met his colleague in Vienna.", ["en"], "en"),
        (ENGLISH, ["de"], "en"),
        (SENTENCES["es"], ["de"], "es"),
        ("12 345 678", ["de"], ""),
        ("\n\n".join([SENTENCES["de"]] * 9 + [ENGLISH] * 9), ["de"], ""),
        (
            "Der Kanzler traf ihn. He told reporters that the talks went well, they said.",
            ["de"],
            "",
        ),
        (
            "Scholz trifft Macron heute in Paris, um über die Lage in der Ukraine zu reden.",
            ["xx", ""],
            "",
        ),
        # Headlines of an English feed look like the language of its paper.
        ("Kanzler Olaf Scholz hat Präsident Emmanuel Macron in Paris getroffen.", ["de"], "de"),
        ("Biden hosts Scholz", ["de"], ""),
        ("Biden, Scholz, Steinmeier, Baerbock: Berlin hosts Ukraine war summit", ["de"], ""),
        ("Scholz warns Putin", ["de"], ""),
        ("Angela Merkel meets Emmanuel Macron in Berlin", ["nl"], ""),
        ("Tesla opens Berlin plant", ["nl"], ""),
        ("ANGELA MERKEL MEETS EMMANUEL MACRON IN BERLIN", ["nl"], ""),
        (f"{'Angela Merkel, Emmanuel Macron, Olaf Scholz, Mark Rutte; ' * 3}Berlin", ["nl"], ""),
    ],
)
def test_a_declared_language_counts_where_the_text_looks_like_it(
    text: str, declared: list[str], code: str
) -> None:
    assert detect(text, declared) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Путин встретился с Си Цзиньпином в Москве.", "ru"),
        ("中国外交部长秦刚(Qin Gang)周六在伊斯兰堡会见了巴基斯坦外交部长比拉瓦尔。", "zh"),
        ("外務大臣は月曜日に東京でドイツの外相と会談した。", "ja"),
        ("Ο υπουργός συναντήθηκε με τον ομόλογό του.", "el"),
        # English about foreign words, and English in letters made for shouting.
        ("Putin said “Русский мир” in Moscow.", ""),
        ("Путин, Лавров, Песков, Шойгу and Медведев were there, they said.", ""),
        ("𝐏𝐮𝐭𝐢𝐧 𝐦𝐞𝐞𝐭𝐬 𝐗𝐢 𝐢𝐧 𝐌𝐨𝐬𝐜𝐨𝐰", ""),
        ("ﬁnal", ""),
    ],
)
def test_letters_that_english_has_not_are_enough(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Bundespräsident Frank-Walter Steinmeier empfängt am Mittwoch den ukrainischen Präsidenten "
        "Wolodymyr Selenskyj in Schloss Bellevue. Außenministerin Annalena Baerbock und Kanzler Olaf "
        "Scholz nehmen an dem Treffen teil.",
        "Russlands Präsident Wladimir Putin und Chinas Staatschef Xi Jinping wollen ihre "
        "Zusammenarbeit ausbauen. Kremlsprecher Dmitri Peskow sprach von einem historischen Treffen. "
        "Chinas Außenminister Qin Gang lobte Moskau.",
    ],
)
def test_two_german_sentences_full_of_names_are_german(text: str) -> None:
    assert detect(text) == "de"
