"""The explainers of animal law, in the order in which the demonstration site shows them."""

from demo.content.explainers.found_animal import EXPLAINER as FOUND_ANIMAL
from demo.content.explainers.live_animal_at_lesson import EXPLAINER as LIVE_ANIMAL_AT_LESSON
from demo.content.explainers.register_my_pet import EXPLAINER as REGISTER_MY_PET
from demo.content.explainers.saw_cruelty import EXPLAINER as SAW_CRUELTY
from demo.content.explainers.steppe_tortoise import EXPLAINER as STEPPE_TORTOISE
from demo.content.explainers.stray_dog_in_yard import EXPLAINER as STRAY_DOG_IN_YARD
from demo.content.explainers.walk_my_dog import EXPLAINER as WALK_MY_DOG
from demo.content.explainers.write_appeal import EXPLAINER as WRITE_APPEAL

EXPLAINERS = (
    REGISTER_MY_PET,
    WALK_MY_DOG,
    SAW_CRUELTY,
    FOUND_ANIMAL,
    STRAY_DOG_IN_YARD,
    STEPPE_TORTOISE,
    WRITE_APPEAL,
    LIVE_ANIMAL_AT_LESSON,
)
