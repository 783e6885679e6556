"""Each fact as it is asked of a person, and as it is named in a sentence."""

FACT_QUESTIONS = {
    "age": "How old was the person, at death or when it happened?",
    "date_of_birth": "When was the person born?",
    "died_on": "When did the person die?",
    "incident_on": "When did it happen?",
    "became_aware_on": "On what day did the council become aware?",
    "alive": "Is the person alive?",
    "in_area": "Did the person live in our area, or were they placed to live here?",
    "incident_area": "Where did the death or harm happen: here, elsewhere in England, or outside England?",
    "stillbirth_or_termination": "Was it a stillbirth or a planned termination?",
    "care_and_support_needs": "Did the person have needs for care and support, met or not?",
    "learning_disability": "Did the person have a learning disability?",
    "autism": "Was the person autistic?",
    "diagnosis_recorded": "Is the diagnosis in the clinical record?",
    "looked_after": "Was the child looked after by a council?",
    "care_leaver": "Was the person a care leaver?",
    "abuse_or_neglect": "Is abuse or neglect, or self-neglect, known or suspected?",
    "death_linked": "Did the death result from the abuse or neglect?",
    "seriously_harmed": "Was the person seriously harmed?",
    "relationship_of_alleged": "What was the person alleged responsible to them?",
    "suicide": "Was it suicide, or is that suspected?",
    "domestic_abuse_history": "Was there domestic abuse before?",
    "offensive_weapon": "Was an offensive weapon used?",
    "mental_health_care": "Was anybody in it under mental health care?",
    "mappa_level": "At what MAPPA level is the person alleged responsible managed?",
    "regulated_provider": "Was a regulated service involved?",
    "in_custody_or_detained": "Was the person in custody or detained?",
    "sudden_or_unexplained": "Was the death sudden or unexplained?",
    "immediate_risk": "Is anybody at risk now?",
    "agencies_worked_together_concern": "Is there reason for concern about how agencies worked together?",
    "improvements_needed": "Does the case show improvements that are needed?",
    "recurrent_theme": "Does the case show themes that keep coming back?",
    "new_learning": "Is there new learning here?",
    "good_practice_only": "Is it put forward for good practice only?",
}

FACTS_IN_WORDS = {
    "age": "the person’s age",
    "alive": "whether the person is alive",
    "in_area": "whether the person lived in our area",
    "incident_area": "where it happened",
    "stillbirth_or_termination": "whether it was a stillbirth or a termination",
    "care_and_support_needs": "whether there were needs for care and support",
    "learning_disability": "whether there was a learning disability",
    "autism": "whether the person was autistic",
    "diagnosis_recorded": "whether the diagnosis is in the clinical record",
    "abuse_or_neglect": "whether abuse or neglect is known or suspected",
    "death_linked": "whether the death resulted from abuse or neglect",
    "seriously_harmed": "whether the person was seriously harmed",
    "relationship_of_alleged": "who is alleged responsible",
    "suicide": "whether it was suicide",
    "domestic_abuse_history": "whether there was domestic abuse before",
    "offensive_weapon": "whether a weapon was used",
    "agencies_worked_together_concern": "whether agencies worked together as they should",
    "improvements_needed": "whether improvements are needed",
    "recurrent_theme": "whether a theme keeps coming back",
    "new_learning": "whether there is new learning",
    "good_practice_only": "whether it is put forward for good practice only",
}
"""Those that a door may turn on."""


def listed(facts: list[str]) -> str:
    """In one breath: "whether the person is alive and where it happened", for the middle of a sentence."""
    said = [FACTS_IN_WORDS[fact] for fact in facts]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
