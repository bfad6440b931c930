"""What a page in a mail does not show is no text."""

from __future__ import annotations

from mail_scenes import read_mail


def test_what_a_page_hides_is_no_text() -> None:
    page = (
        '<div style="display:none">Scholz <div>met Li</div>\u200c\u200c</div><p>Macron met Zelen'
        "\u00adskyy.</p><div hidden>Xi</div><img style='display:none'><p>He left\u200b.</p>"
    )
    assert read_mail(page, "html")[0].text == "Macron met Zelenskyy.\nHe left."
    open_ended = "<p>Macron met Xi.</p><div style='display:none'><p>He left.</p>"
    assert read_mail(open_ended, "html")[0].text == "Macron met Xi.\nHe left."
    all_hidden = "<div style='display:none'>Macron met Xi.</div>"
    assert read_mail(all_hidden, "html")[0].text == "Macron met Xi."


def test_a_value_that_speaks_of_hiding_hides_nothing() -> None:
    page = (
        '<p><a href="u" title="The hidden war in Sudan">Macron met Xi.</a></p>'
        "<p class='x hidden md'>He left.</p><p data-x='a' hidden>Sunak</p><p hidden=''>Li</p>"
        '<p title="a hidden > b">Scholz came.</p>'
    )
    assert read_mail(page, "html")[0].text == 'Macron met Xi.\nHe left.\nb">Scholz came.'
