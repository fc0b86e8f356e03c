"""The demonstration lessons, in the order in which the site shows them."""

from demo.content.lessons.dog_body_language import LESSON as DOG_BODY_LANGUAGE
from demo.content.lessons.from_found_to_home import LESSON as FROM_FOUND_TO_HOME
from demo.content.lessons.law_for_young_citizens import LESSON as LAW_FOR_YOUNG_CITIZENS
from demo.content.lessons.our_yard_our_animals import LESSON as OUR_YARD_OUR_ANIMALS
from demo.content.lessons.rules_for_owners import LESSON as RULES_FOR_OWNERS
from demo.content.lessons.safe_and_unsafe import LESSON as SAFE_AND_UNSAFE
from demo.content.lessons.school_campaign import LESSON as SCHOOL_CAMPAIGN
from demo.content.lessons.shelters_day import LESSON as SHELTERS_DAY
from demo.content.lessons.tortoise_belongs_to_steppe import LESSON as TORTOISE_BELONGS_TO_STEPPE
from demo.content.lessons.what_a_cat_needs import LESSON as WHAT_A_CAT_NEEDS

LESSONS = (
    DOG_BODY_LANGUAGE,
    SAFE_AND_UNSAFE,
    WHAT_A_CAT_NEEDS,
    TORTOISE_BELONGS_TO_STEPPE,
    FROM_FOUND_TO_HOME,
    RULES_FOR_OWNERS,
    SHELTERS_DAY,
    LAW_FOR_YOUNG_CITIZENS,
    OUR_YARD_OUR_ANIMALS,
    SCHOOL_CAMPAIGN,
)
