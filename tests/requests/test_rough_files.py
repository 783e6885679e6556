"""Documents that are no documents, and names that are no names, handed in as an agency's answer."""

from io import BytesIO

import pytest

from pprg.database import commit
from pprg.requests import services
from tests.papers.files import a_bomb, a_letter, with_parts
from tests.requests.builders import a_case, asked

MACROS = with_parts(a_letter(), {"word/vbaProject.bin": b"macro"})


@pytest.fixture
def lead(people):
    return people.safeguarding_lead()


@pytest.fixture
def request_(people, lead):
    by = people.coordinator().account
    made = asked(a_case(by=by), "Marlshire Police", by=by)[0]
    services.open_request(made, by=lead.account)
    commit()
    return made


def hands_in(lead, request, content, name):
    address = f"/requests/{request.id}/documents"
    file = (BytesIO(content), name)
    return lead.fills_in(address, form="form[enctype]", files=file)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.pdf"),
        (b"MZ" + bytes(600), "report.pdf"),
        (a_bomb(), "bomb.docx"),
        (MACROS, "report.docx"),
        (b"only words", "no ending"),
    ],
    ids=["empty", "a program", "a bomb", "macros", "no ending"],
)
def test_what_is_no_document_is_not_kept_and_the_page_says_why(lead, request_, content, name):
    answer = hands_in(lead, request_, content, name)
    assert answer.status_code == 422
    assert name in answer.text
    assert not request_.files


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.txt",
        "C:\\Users\\Ann\\Hale.txt",
        "x" * 300 + ".txt",
        "\U0001f469\u200d\U0001f467.txt",
        "\u202etxt.exe.txt",
    ],
)
def test_a_file_goes_by_our_name_whatever_it_was_called(lead, request_, caplog, name):
    answer = hands_in(lead, request_, b"Seen on 3 May.", name)
    assert answer.status_code == 303
    (file,) = request_.files
    assert file.file_name == f"{request_.case.reference}-return-1.txt"
    taken = lead.opens(f"/requests/documents/{file.id}/file")
    assert taken.data == b"Seen on 3 May."
    assert file.file_name in taken.headers["Content-Disposition"]
    assert name[:20] not in answer.location + caplog.text
