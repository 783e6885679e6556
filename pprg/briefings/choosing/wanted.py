"""From what somebody's page holds to picks: each line as the record has it, or as it was chosen before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pprg.briefings.choosing.picks import Pick, whole
from pprg.briefings.choosing.rows import Wanted
from pprg.briefings.choosing.sources import Source
from pprg.errors import Refused

RECORD_CHANGED = "The record changed while you were choosing. Look at its lines again, then save."


def picks_for(lines: Iterable[Wanted], sources: Sequence[Source], before: Iterable[Pick]) -> list[Pick]:
    """A line of a finding brings the finding's heading with it. Refused where a line rests on nothing."""
    there = {source.address: source for source in sources}
    kept = {pick.digest: pick for pick in before}
    wanted = {line.address: line for line in lines}.values()
    return list(_headed([_pick(line, there, kept) for line in wanted], there))


def _pick(line: Wanted, sources: Mapping[str, Source], kept: Mapping[str, Pick]) -> Pick:
    """The line as a pick, if it rests on what the record says now or was chosen before."""
    now, before = sources.get(line.address), kept.get(line.digest)
    if now is not None and line.digest in {"", now.digest}:
        return whole(now, line.shorter if line.shorter not in {now.text, now.lead} else "")
    if before is not None:
        return replace(before, address=line.address, shorter=line.shorter)
    raise Refused(RECORD_CHANGED)


def _headed(picks: Sequence[Pick], sources: Mapping[str, Source]) -> Iterator[Pick]:
    """Each finding's heading before its first other line."""
    headings = {source.finding: source for source in sources.values() if source.heads_a_finding}
    there = {pick.address for pick in picks}
    for pick in picks:
        source = sources.get(pick.address)
        heading = headings.get(source.finding) if source else None
        if heading is not None and heading.address not in there:
            there.add(heading.address)
            yield whole(heading)
        yield pick
