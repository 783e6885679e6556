"""A page of ours shown within another: its words stay, nothing that acts or dresses comes along."""

import pytest
from bs4 import BeautifulSoup

from pprg.documents.page_within import within


def shown(body: str, **kwargs) -> str:
    return str(
        within(
            f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>".encode(), **kwargs
        )
    )


def test_headings_lists_and_tables_stay_what_they_are():
    body = (
        '<h2 id="a">One</h2><ul><li>Two <strong>three</strong></li></ul>'
        '<table><tr><th scope="row">Four</th><td>Five</td></tr></table>'
    )
    assert shown(body) == body


def test_the_page_around_keeps_its_own_landmarks():
    assert shown('<header class="masthead"><h1>A</h1></header><main>B</main><footer>C</footer>') == (
        '<div class="header masthead"><h1>A</h1></div><div class="main">B</div><div class="footer">C</div>'
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<style>body{display:none}</style>",
        "<svg onload=alert(1)><text>drawn</text></svg>",
        "<template><b>later</b></template>",
        "<form action=/sign-out><button>Go</button></form>",
    ],
)
def test_what_acts_draws_or_dresses_stays_behind(hostile):
    assert shown(f"<p>Before</p>{hostile}<p>After</p>") == "<p>Before</p><p>After</p>"


@pytest.mark.parametrize(
    "attribute",
    ['onclick="x()"', 'style="color:red"', 'hx-get="/sign-out"', 'data-exit=""', 'srcdoc="x"', 'title="x"'],
)
def test_only_named_attributes_come_along(attribute):
    assert shown(f"<p {attribute}>Words</p>") == "<p>Words</p>"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "/sign-out", "//evil.example"]
)
def test_a_link_leads_to_the_web_a_mail_or_a_telephone_or_nowhere(address):
    assert shown(f'<a href="{address}">Go</a>') == "<a>Go</a>"
    assert (
        shown('<a href="https://a.example/?b=1&amp;c=2">Go</a>')
        == '<a href="https://a.example/?b=1&amp;c=2">Go</a>'
    )


def test_every_word_is_escaped_anew():
    assert shown("<p>Smith &amp; Jones, BP &lt;90/60 &quot;é&quot; {{ 7*7 }} 🙂</p>") == (
        "<p>Smith &amp; Jones, BP &lt;90/60 &#34;é&#34; {{ 7*7 }} 🙂</p>"
    )
    assert shown('<p class="a&quot; onclick=&quot;b">x</p>') == '<p class="a&#34; onclick=&#34;b">x</p>'


def test_words_in_elements_it_does_not_know_are_kept():
    assert shown("<blink><p>Still <mark>here</mark></p></blink>") == "<p>Still here</p>"


@pytest.mark.parametrize(
    "crooked",
    ["</div></p></section><p>Word", "<p>Word</div></p>", "<ul><li>Word", "<section><p>Word</section>"],
)
def test_crooked_markup_cannot_close_the_page_around_it(crooked):
    words = shown(crooked)
    around = BeautifulSoup(f'<main>{words}</main><footer id="own"></footer>', "html5lib")
    assert "Word" in around.main.get_text()
    assert around.select_one("main #own") is None
    assert around.select_one("body > #own")


def test_what_is_for_paper_is_left_out_with_everything_in_it():
    paper = '<div class="code"><h3>Scan<b>this</b></h3><br></div><p class="write wide">__</p>'
    body = f'<div class="panel"><p>Ask</p>{paper}</div><p>End</p>'
    expected = '<div class="panel"><p>Ask</p></div><p>End</p>'
    assert shown(body, without=frozenset({"code", "write"})) == expected
