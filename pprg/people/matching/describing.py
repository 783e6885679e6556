"""From particulars, as the vault or a file has them, to a sketch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pprg.people.matching import lists
from pprg.people.matching.folding import family_of, given_of
from pprg.people.matching.numbers import number_of
from pprg.people.matching.places import home_of, phone_of
from pprg.people.matching.sketches import Sketch, day_known, distinct, sex_known, whole_names


def sketch(
    *,
    given: str = "",
    middle: str = "",
    family: str = "",
    names: Sequence[str] = (),
    born: date | str | None = None,
    died: date | str | None = None,
    sex: str | None = None,
    nhs_number: str | None = None,
    addresses: Sequence[str] = (),
    postcodes: Sequence[str] = (),
    phones: Sequence[str] = (),
) -> Sketch:
    """`names` are whole names or single ones (aliases, names before a marriage), beside the names apart."""
    givens, middles, families = whole_names(names)
    alone = [name for name in names if len(name.split()) == 1 and (given or family)]
    # One word by itself may be either; as a family name it counts only if it is no given name.
    families += [name for name in alone if given_of(name) not in lists.names_of_their_own()]
    codes = list(postcodes) + [""] * len(addresses)
    homes = [home_of(address, codes[place]) for place, address in enumerate(addresses)]
    homes += [home_of("", code) for code in postcodes[len(addresses) :]]
    return Sketch(
        givens=distinct([given_of(name) for name in (given, *givens)]),
        middles=distinct([given_of(name) for name in (*middle.split(), *middles)]),
        families=distinct([family_of(name) for name in (family, *families)]),
        born=day_known(born),
        died=day_known(died),
        sex=sex_known(sex),
        nhs=number_of(nhs_number),
        homes=tuple(dict.fromkeys(home for home in homes if home)),
        phones=distinct([phone_of(phone) for phone in phones]),
    )
