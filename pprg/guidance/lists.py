"""Lists that a referral is answered from. Codes are kept; labels are shown, and may be put better."""

from __future__ import annotations

NOT_KNOWN = {"not_known": "Not known"}
OTHER = {"other": "Other"}

ADULT_ABUSE = {
    "physical": "Physical abuse",
    "domestic": "Domestic abuse",
    "sexual": "Sexual abuse or exploitation",
    "psychological": "Psychological or emotional abuse",
    "financial": "Financial or material abuse",
    "modern_slavery": "Modern slavery",
    "discriminatory": "Discriminatory abuse",
    "organisational": "Organisational abuse",
    "neglect": "Neglect and acts of omission",
    "self_neglect": "Self-neglect",
}
"""The ten types of the Care and Support Statutory Guidance, chapter 14."""

ADULT_ABUSE_MORE = {
    "cuckooing": "Cuckooing",
    "county_lines": "County lines",
    "hoarding": "Hoarding",
    "mate_crime": "Mate crime",
    "hate_crime": "Hate crime",
    "forced_marriage": "Forced marriage or so-called honour-based abuse",
    "fgm": "Female genital mutilation",
    "coercive_control": "Coercive control",
    "economic": "Economic abuse",
    "between_residents": "Incidents between residents",
    "position_of_trust": "By a person in a position of trust",
}

CHILD_HARM = {
    "physical": "Physical abuse",
    "emotional": "Emotional abuse",
    "sexual": "Sexual abuse",
    "neglect": "Neglect",
}
"""The four categories of Working Together to Safeguard Children."""

CHILD_HARM_MORE = {
    "cse": "Child sexual exploitation",
    "criminal_exploitation": "Criminal exploitation or county lines",
    "extra_familial": "Harm outside the home",
    "online": "Harm online",
    "fabricated_illness": "Fabricated or induced illness",
    "non_accidental_injury": "Non-accidental injury, including abusive head trauma",
    "sudi": "Sudden unexpected death in infancy, or sharing a bed",
    "suicide_self_harm": "Suicide or self-harm",
    "domestic_abuse": "Living with domestic abuse",
    "fgm": "Female genital mutilation",
    "forced_marriage": "Forced marriage",
    "radicalisation": "Radicalisation",
    "peer": "Harm by other children, or harmful sexual behaviour",
    "missing": "Going missing",
    "trafficking": "Trafficking",
    "concealed_pregnancy": "Concealed pregnancy",
    "medical_neglect": "Medical neglect, or not brought to appointments",
    "obesity": "Severe obesity",
}

CARE_NEEDS = {
    "physical": "Physical disability or frailty",
    "learning_disability": "Learning disability",
    "autism": "Autism",
    "dementia": "Dementia or other cognitive impairment",
    "mental_health": "Mental health",
    "sensory": "Sensory impairment",
    "substance_use": "Alcohol or drugs",
    "long_term": "Long-term illness",
    "brain_injury": "Brain injury",
    "homelessness": "Homelessness",
    "carer": "Is a carer for somebody",
    "other": "Other",
    "none": "None that we know of",
}

LEGAL_STATUS = {
    "cin": "Child in need, s.17",
    "cpp": "Child protection plan now",
    "cpp_before": "Child protection plan before",
    "s20": "Looked after by agreement, s.20",
    "s31": "Looked after under a care order, s.31 or s.38",
    "remand": "Looked after on remand",
    "care_leaver": "Care leaver",
    "special_guardian": "Special guardian or kinship care",
    "private_fostering": "Private fostering",
    "court_order": "Another order of a court",
    "none": "None of these",
    "not_known": "Not known",
}
LOOKED_AFTER = frozenset({"s20", "s31", "remand"})

SETTINGS = {
    "own_home": "Own home",
    "family_home": "Family home",
    "supported_living": "Supported living",
    "sheltered": "Sheltered or extra-care housing",
    "care_home": "Care home",
    "nursing_home": "Nursing home",
    "hospital": "General hospital",
    "mental_health_ward": "Mental health ward",
    "childrens_home": "Children’s home",
    "foster": "Foster care",
    "secure": "Prison, custody or secure unit",
    "temporary": "Hostel or temporary accommodation",
    "homeless": "No fixed home, or on the street",
    "armed_forces": "Armed forces accommodation",
    "other": "Other",
    "not_known": "Not known",
}
"""Where somebody lives."""

PLACES = {
    **{key: SETTINGS[key] for key in ("own_home", "family_home", "supported_living", "sheltered")},
    **{key: SETTINGS[key] for key in ("care_home", "nursing_home", "hospital", "mental_health_ward")},
    "community_clinic": "Community clinic",
    "gp": "GP practice",
    "school": "School or college",
    "early_years": "Nursery or childminder",
    **{key: SETTINGS[key] for key in ("childrens_home", "foster", "secure", "temporary")},
    "street": "Street or other public place",
    "workplace": "Workplace",
    "online": "Online",
    "armed_forces": SETTINGS["armed_forces"],
    **OTHER,
    **NOT_KNOWN,
}
"""Where something happened."""

ETHNIC_GROUPS = {
    "Asian or Asian British": {
        "indian": "Indian",
        "pakistani": "Pakistani",
        "bangladeshi": "Bangladeshi",
        "chinese": "Chinese",
        "asian_other": "Any other Asian background",
    },
    "Black, Black British, Caribbean or African": {
        "caribbean": "Caribbean",
        "african": "African",
        "black_other": "Any other Black background",
    },
    "Mixed or multiple ethnic groups": {
        "white_black_caribbean": "White and Black Caribbean",
        "white_black_african": "White and Black African",
        "white_asian": "White and Asian",
        "mixed_other": "Any other mixed background",
    },
    "White": {
        "white_british": "English, Welsh, Scottish, Northern Irish or British",
        "irish": "Irish",
        "gypsy_traveller": "Gypsy or Irish Traveller",
        "roma": "Roma",
        "white_other": "Any other White background",
    },
    "Other ethnic group": {"arab": "Arab", "any_other": "Any other ethnic group"},
    "Not recorded": {"not_known": "Not known", "not_stated": "The person did not wish to say"},
}
"""The nineteen groups of the 2021 census (Office for National Statistics), and two ways not to know."""

RELIGIONS = {
    "none": "No religion",
    "christian": "Christian",
    "buddhist": "Buddhist",
    "hindu": "Hindu",
    "jewish": "Jewish",
    "muslim": "Muslim",
    "sikh": "Sikh",
    **OTHER,
    "not_stated": "Not stated or not known",
}

ORIENTATIONS = {
    "straight": "Straight or heterosexual",
    "gay_lesbian": "Gay or lesbian",
    "bisexual": "Bisexual",
    **OTHER,
    "not_stated": "Not stated or not known",
}

DISABILITIES = {
    "physical": "Physical",
    "sensory": "Sensory",
    "learning_disability": "Learning disability",
    "autism": "Autism",
    "mental_health": "Mental health",
    "long_term": "Long-term illness",
    "dementia": "Dementia",
    **OTHER,
    "none": "None that we know of",
}

MARITAL = {
    "single": "Single",
    "married": "Married",
    "civil_partnership": "In a civil partnership",
    "separated": "Separated",
    "divorced": "Divorced, or civil partnership dissolved",
    "widowed": "Widowed, or surviving civil partner",
    **NOT_KNOWN,
}

ARMED_FORCES = {
    "none": "None",
    "serving": "Serving",
    "dependant": "Family of somebody who serves",
    "veteran": "Veteran",
    **NOT_KNOWN,
}

PROCESSES = {
    "criminal": "Criminal investigation or trial",
    "coroner": "Inquest, or prevention of future deaths report",
    "s42": "Section 42 enquiry",
    "s47": "Section 47 enquiry or strategy discussion",
    "psirf": "NHS patient safety response",
    "incident": "Another agency’s own incident review",
    "mappa_scr": "MAPPA serious case review",
    "mental_health_homicide": "Mental health homicide investigation",
    "owhr": "Offensive weapons homicide review",
    "leder": "LeDeR",
    "cdr": "Child death review",
    "sin": "Serious incident notification",
    "ppo": "Prisons and Probation Ombudsman",
    "sfo": "Probation serious further offence review",
    "iopc": "Independent Office for Police Conduct",
    "hse": "Health and Safety Executive",
    "cqc": "Care Quality Commission",
    "ofsted": "Ofsted",
    "regulator": "A professional regulator",
    "lado": "LADO, or person in a position of trust (PiPoT)",
    "family_court": "Family court",
    "complaint": "Complaint or claim",
    "other_area": "Review by another area’s board or partnership",
    **OTHER,
}
"""What else may be looking into the same events."""

LAWFUL_BASES = {
    "care_act_45": "Care Act 2014 s.45: a Safeguarding Adults Board asks for it",
    "children_act_16h": "Children Act 2004 s.16H: the safeguarding partners ask for it",
    "dvcva_9": "Domestic Violence, Crime and Victims Act 2004 s.9: a domestic homicide review",
    "public_task": "Public task: our agency’s own safeguarding duties",
    "vital_interests": "Vital interests: somebody’s life is at risk",
    "not_known": "Not known",
}

SENSITIVITIES = {
    "witness": "Witness protection",
    "honour": "Risk of so-called honour-based abuse",
    "staff": "A member of staff is involved",
    "third_party": "Somebody else would be at risk if this became known",
    "adoption": "A sealed adoption record",
    "none": "None of these",
}

DOMESTIC_ABUSE_SIGNS = {
    "dash": "A DASH or other risk checklist was done",
    "marac": "It was heard at MARAC",
    "control": "Coercive or controlling behaviour",
    "strangulation": "Strangulation or suffocation",
    "stalking": "Stalking",
    "separation": "Separation, or the wish to leave",
    "order": "A protective order or notice",
    "none": "None that we know of",
}

SELF_NEGLECT_SIGNS = {
    "own_care": "Care of body, food or health",
    "home": "Unsafe or dirty home",
    "hoarding": "Hoarding",
    "refused": "Turned services away",
    "fire": "Risk of fire",
    "none": "None that we know of",
}

CLOSENESS = {
    "partner": "Partner, or husband or wife",
    "ex": "Former partner",
    "relative": "A parent or another relative",
    "household": "Somebody else in the household",
    "professional": "A member of staff, a volunteer, somebody trusted by their work",
    "stranger": "Somebody else, or a stranger",
    **NOT_KNOWN,
}
"""Who somebody alleged responsible is to the person. The first four are "close" to the law of 2004."""
