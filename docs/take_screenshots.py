"""The pictures in docs/pictures/, taken from the demo: `make screenshots`.

It starts the program on a data folder of its own, signs in as the people of the demo, does a few things
that they do, and looks. Nothing outside docs/pictures/ is changed.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from docs.camera import (
    FLAGS,
    PHONE,
    PICTURES,
    Camera,
    fetched,
    follow,
    keep,
    on_a_desk,
    take,
    unfold,
    visit,
)
from docs.running_demo import CHECKOUT, the_program
from pprg.documents import pictures as documents


def arriving(camera: Camera) -> None:
    with camera.looks_as("") as page:
        take(page, "sign-in", tall=760)


def referring(camera: Camera) -> None:
    with camera.looks_as("referrer.police") as page:
        visit(page, "/referrals/new")
        take(page, "before-you-start", tall=1250)
        visit(page, "/")
        follow(page, "Finish your referral")
        take(page, "referral-tasks", tall=1250)
        follow(page, "What happened, and is anyone at risk now")
        take(page, "referral-step", tall=1250)
    with camera.looks_as("referrer.health") as page:
        follow(page, "Read what the group decided")
        take(page, "referral-outcome", tall=760)
        visit(page, "/referrals/")
        row = page.get_by_role("row").filter(has_text="Waiting for authorisation")
        row.get_by_role("link").click()
        take(page, "referral-sent", tall=1100)
    with camera.looks_as("lead.health") as page:
        take(page, "home-of-a-lead", tall=760)
        follow(page, "Authorise PPRG-")
        take(page, "authorise", tall=1100)


def coordinating(camera: Camera) -> None:
    with camera.looks_as("coordinator") as page:
        take(page, "home-of-a-coordinator")
        follow(page, "Put PPRG-2026-004 on an agenda")
        take(page, "referral-read", tall=1000)
        visit(page, "/meetings/")
        page.get_by_role("table").get_by_role("link").first.click()
        take(page, "meeting", tall=1250)
        visit(page, "/cases")
        follow(page, "PPRG-2026-005")
        take(page, "case", tall=1100)


def asking(camera: Camera) -> None:
    with camera.looks_as("coordinator") as page:
        visit(page, "/requests/all")
        follow(page, "PPRG-2026-004")
        take(page, "requests-of-a-case", tall=760)
    with camera.looks_as("panel.adults") as page:
        visit(page, "/requests/")
        follow(page, "PPRG-2026-004")
        take(page, "request-to-answer", tall=1100)


def deciding(camera: Camera) -> None:
    with camera.looks_as("chair") as page:
        follow(page, "Sign the decision")
        take(page, "decision-to-sign", tall=900)
    with camera.looks_as("coordinator") as page:
        visit(page, "/meetings/")
        page.get_by_role("table").get_by_role("link").first.click()
        follow(page, "PPRG-2026-006")
        unfold(page)
        page.get_by_label("Safeguarding Adults Review").check()
        page.get_by_role("button", name="Start the decision").click()
        first = page.locator(".pprg-criteria > li").first
        first.get_by_label("Met", exact=True).check()
        first.get_by_label("Evidence relied on").fill("Referral: aged 31.")
        first.get_by_label("Reason").fill("She was an adult, and nobody thought otherwise.")
        page.get_by_role("button", name="Save", exact=True).click()
        take(page, "decision-form", tall=1250)
        follow(page, "Hide details and show it on the wall")
        take(page, "on-the-wall")


def following_up(camera: Camera) -> None:
    """What was signed goes to its legal owner; a letter says what was decided; the minutes are kept."""
    with camera.looks_as("chair") as page:
        follow(page, "Sign the decision")
        page.get_by_role("button", name="Sign the decision").click()
        page.wait_for_load_state("networkidle")
    with camera.looks_as("decides.csp") as page:
        follow(page, "Decide on PPRG-")
        take(page, "ratify", tall=1100)
        page.get_by_label("I agree", exact=True).check()
        page.get_by_role("button", name="Sign your answer").click()
        page.wait_for_load_state("networkidle")
    with camera.looks_as("coordinator") as page:
        visit(page, "/cases")
        follow(page, "PPRG-2026-006")
        follow(page, "Letters about this case")
        page.get_by_role("button", name="Propose the letter").first.click()
        page.wait_for_load_state("networkidle")
        take(page, "letter", tall=1250)
        letter = fetched(page, "PDF")
        visit(page, "/meetings/")
        page.get_by_role("table").get_by_role("link").first.click()
        page.get_by_role("button", name="Begin the meeting").click()
        page.wait_for_load_state("networkidle")
        follow(page, "Write the minutes")
        take(page, "minutes", tall=1250)
    keep(on_a_desk(documents.pages(letter, ".pdf", wide=620), across=2), "letter-pages")


def taking_part(camera: Camera) -> None:
    with camera.looks_as("panel.police") as page:
        take(page, "home-of-a-member", tall=760)
        follow(page, "Read the agenda")
        follow(page, "PPRG-2026-007")
        follow(page, "Step out of this case")
        take(page, "step-out")
    with camera.looks_as("panel.adults") as page:
        follow(page, "Say whether you have an interest")
        take(page, "interests")
        page.get_by_role("button", name="No interest in any of these").click()
        visit(page, "/meetings/")
        page.get_by_role("table").get_by_role("link").last.click()
        follow(page, "Pack")
        take(page, "pack", tall=1100)
        pack = fetched(page, "Take the whole pack as a PDF")
    keep(on_a_desk(documents.pages(pack, ".pdf", wide=620)[:4], across=2), "pack-pages")


def using(camera: Camera) -> None:
    with camera.looks_as("leader") as page:
        visit(page, "/learning/")
        take(page, "learning-hub")
        follow(page, "Marian")
        take(page, "review", tall=1250)
        follow(page, "10")
        take(page, "ten-minutes", tall=1250)
        follow(page, "record that you used it")
        take(page, "record-of-use", tall=1250)
    with camera.looks_as("", wide=PHONE) as page:
        visit(page, "/learning/MAR-L-2024-03")
        take(page, "review-on-a-phone", tall=1200)
        follow(page, "7")
        take(page, "seven-minutes-on-a-phone", tall=1200)


def writing(camera: Camera, flask: Callable[..., str], folder: Path) -> None:
    """A record that is new here goes as far as the check by a second person."""
    record = json.loads((CHECKOUT / "tests" / "records" / "sar-marian.json").read_text("utf-8"))
    record["reference"] = "MAR-L-2026-04"
    # She was called Dot, so the check asks about this harmless word.
    record["pen_picture"][2] = "She finished the newspaper crossword in pen, to the last dot."
    file = folder / "record.json"
    file.write_text(json.dumps(record), "utf-8")
    flask("publications", "import", str(file), "--by", "author@example.org")
    with camera.looks_as("author") as page:
        visit(page, "/publications/")
        follow(page, "MAR-L-2026-04")
        take(page, "learning-record", tall=1250)
        follow(page, "Choose the lines")
        boxes = [str(link.get_attribute("href")) for link in page.locator(".pprg-boxes a").all()]
        visit(page, boxes[3])
        take(page, "briefing-editor", tall=1250)
        for box in boxes:
            visit(page, box)
            page.get_by_role("button", name="Take the first choice as mine").click()
            page.get_by_role("button", name="Take the first choice as mine").wait_for(state="detached")
        page.goto(page.url)
        page.get_by_role("main").get_by_role("button", name="Ask for release").click()
        page.get_by_role("button", name="Make the files and ask").click()
        page.wait_for_url("**/publications/**")
    with camera.looks_as("coordinator.two") as page:
        follow(page, "Check and release MAR-L-2026-04")
        take(page, "check-and-release", tall=1250)
        follow(page, "MAR-L-2026-04-seven-minute-briefing-v1.0.pdf")
        take(page, "check-a-file", tall=1250)


def made_files(camera: Camera) -> None:
    """What a team takes away, as it looks on paper and on the wall."""
    with camera.looks_as("") as page:
        visit(page, "/learning/MAR-L-2024-03")
        pdf, short, team = (fetched(page, label) for label in ("PDF", "Short slides", "Team meeting slides"))
    for number, sheet in enumerate(documents.pages(pdf, ".pdf", wide=900), start=1):
        keep(on_a_desk([sheet], across=1), f"briefing-page-{number}")
    keep(on_a_desk(documents.pages(short, ".pptx", wide=620), across=2), "short-slides")
    keep(on_a_desk([documents.pages(team, ".pptx", wide=900)[-5]], across=1), "team-slide")


SCENES = (arriving, referring, coordinating, asking, taking_part, deciding, following_up, using)


def main() -> None:
    """Take them all. A picture that has become too heavy ends it."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pprg-pictures-") as folder, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        with the_program(Path(folder)) as (address, flask):
            camera = Camera(browser, address)
            for scene in SCENES:
                scene(camera)
            writing(camera, flask, Path(folder))
            made_files(camera)
        browser.close()
    print(f"{sum(file.stat().st_size for file in PICTURES.glob('*.png')) // 1000} kB in {PICTURES.name}/")


if __name__ == "__main__":
    main()
