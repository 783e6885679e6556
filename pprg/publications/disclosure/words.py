"""Words of the language that are names as well: a capital at the start of a sentence says nothing of them."""

from __future__ import annotations

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


CALENDAR = frozenset(MONTHS) | _each(
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter easter christmas"
)
"""Written with a capital wherever they stand."""

TITLES = _each(
    """
    adult and assistant aunt auntie aunty baby brother care carer child cllr constable coroner
    councillor dad daddy dame dc dci deputy detective di doctor dr ds dsi father fr gp gran grandad
    grandma grandpa granny head headteacher health insp inspector judge lady leader lord manager matron
    midwife miss mr mrs ms mum mummy mx nan nana nurse of officer pc prof professor rev revd reverend
    safeguarding sergeant sgt sir sister social sr superintendent support supt teacher teaching team the uncle
    visitor ward worker
    """
)
"""What stands before or around a name and is not one."""

PARTICLES = _each("ab al ap bin bint da das de del della den der di do dos du e el ibn la le ter van von y")

ROADS = {
    "road": "rd", "street": "st", "avenue": "ave?", "close": "cl", "lane": "ln", "terrace": "ter|terr|tce",
    "drive": "dr", "court": "ct", "crescent": "cres|cr", "gardens": "gdns", "grove": "gr", "place": "pl",
    "square": "sq", "saint": "st", "mount": "mt", "cottage": "cott", "house": "hse", "surgery": "surg",
}  # fmt: skip
"""Words of addresses and the ways in which they are cut short."""

COMMON = _each(
    """
    abbey able ace age al alder all amber an angel april arch archer art ash ask august autumn badger
    baker ball banks bar barber bard barker baron basil bass battle bay beach bean bear beck bee bell
    belle berry best bill birch bird bishop black blade blaze blessing bliss bloom blossom blue blunt
    bolt bond book booth boss bow bowman box boy branch brand brave bridge bridges bright brook brooks
    brown buck bud buddy bull bunny burn burns bush butcher butler button buttons candy cane cannon
    carol carpenter carter case cash castle cat chamberlain chance chandler chanel charity chase chef
    cherry chip christian church clay cliff close cloud coal come comfort constant cook cookie cooper
    cork corn cotton cousin cove cow craft crane creek cress crisp cross crow crown crystal cub cup
    curry cutter daisy dale dash dawn day deacon deal dean dear dell destiny dew diamond dick dill dim
    dock dodge doe dot dove down drake drew driver duchess duck duke dune dusty dutch dyer eagle earl
    early east eden elder elm ember eve even evening ever faith falcon fall farmer farrow fate fawn fay
    fell fern field fields finch fine finger fir fish fisher flax fleet flint flood flora flower fold
    fool foot ford forest forrest fort foster fountain fowler fox frank freed freeman french frost gale
    gamble game garden gardener garland gate gates gem gene gentle gift gill ginger glad glen glory
    glover gold golden good goose grace grain grand grant grass grave graves gray green grey grove guy
    hall ham hand hands happy hardy hare harmony harper harrow hart haven hawk hazel head heart hearts
    heath heather hedge herb herd heron high hill hills hockey holder hole holiday holly home honest
    honey honor honour hood hook hooker hope hopper horn horne house hunt hunter hurt ice iris iron
    ivory ivy jab jack jade jasmine jay jet jewel job jolly joy judge jug juniper just justice keel keen
    kelp key keys kin kind king kit kitty knight knot lace lad lake lamb lance land lane lark latch
    laurel law lawn leaf leek leo light lily lime linden line lion little lock lodge long love lovely
    low loyal luck lucky lyric mace mack maiden major mallow man manor maple march mark marks marsh
    marshal marshall martin mason mast master mat match mate max may mead meadow meek melody mercer
    merchant mercy merit merry miles mill miller mine miner minor mint miracle mist misty mole monday
    monk moody moon moor more morn moss mould mount mountain mouse must myrtle nail neat need neighbour
    nettle new newcomer nick night nightingale noble noon north nut nutter oak oats ocean old olive opal
    orange orchard otter outlaw oven owen pace pack page pain paint palm palmer pansy park parker parks
    parson parsons part pat patch patience patient peace peach peacock pear pearl pease peck peel pen
    penny pepper perch person petal petty pickle piers pike pilgrim pillar pin pine pink pip piper pitch
    place plain plum plumb poet point pole pollard pond pool pope poplar poppy port porter post potter
    pound powder power powers pray precious press price pride priest prime prince princess prior proctor
    prosper proud prudence purchase purse quail queen quick quill rabbit race radish rain rainbow ram
    ramp ranger raven ray read reader reading reason red redhead reed reef reeve rest rice rich ridge
    ring rise ritz river rivers roach road rob robin rock rocky rod rode roman rook room root rope rose
    rosemary rough rowan royal ruby rudd rule rush rusk russet rusty rye sad sage sailor saint sale
    salmon salt sand sands sandy savage sawyer say scarlet school sea seal season sedge senior serenity
    sergeant sexton shade shark sharp shaw shepherd ship short shrub silk silver sing singer sister
    skinner sky slate small smart smile smith snow sole song sorrel south spark sparks sparrow speed
    spice spicer spring square squire stag stamp standing star stark steel steele steer stem step
    sterling stern steward stir stock stone stones storm story stout strange street strong sue sugar
    summer summers sun sunday sunny swallow swan sweet swift sword tab table tailor tale talent tan
    tanner tansy tasker teal tempest temple tench thistle thorn thrush thyme tide tiger tiller timber
    tinker toll tom topping torn tower town towns travel tree trinity trip trout true truman trust tulip
    turn turner twist unity vale valentine valley van velvet verity vicar victor victory villa vine
    viola violet virtue wade wake walker wall walls ward warden waring warren wash water waters way
    weaver weeks welch well wells welsh west whale wharf wheat whistler white whittle wick wild will
    willing willow wills win wind wine winner winter winters wise wish wolf wood woodcock woods woodward
    wool word words worth wren yarrow young zest
    """
)
"""Words that are also first names, surnames or nicknames."""

OF_PLACES = frozenset(ROADS) | _each(
    """
    academy and apartment apartments at avenue business care centre chapel clinic co-operative college
    community company cottage council court crescent daughters drive electrical exhaust flat floor
    gardens general group health high hospital hotel in infant infants institute junior laundry limited
    lower ltd mansions marine nursery of operative partners plc practice primary row secondary services
    shop sons surgery team terrace the trading training tyre unit university upholstery upper village
    walk ward works workshop
    """
)
"""Words that say what sort of place it is, not which."""
