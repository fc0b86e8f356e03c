"""The stories of the demonstration: seven invented ones of single animals, three of initiatives."""

from demo.content.stories.boiler_room_cat import STORY as BOILER_ROOM_CAT
from demo.content.stories.bus_stop_moinak import STORY as BUS_STOP_MOINAK
from demo.content.stories.from_studio_to_home import STORY as FROM_STUDIO_TO_HOME
from demo.content.stories.hedgehog_in_leaves import STORY as HEDGEHOG_IN_LEAVES
from demo.content.stories.old_horse_kertobel import STORY as OLD_HORSE_KERTOBEL
from demo.content.stories.puppy_and_bell import STORY as PUPPY_AND_BELL
from demo.content.stories.swan_on_the_ice import STORY as SWAN_ON_THE_ICE
from demo.content.stories.three_days_in_march import STORY as THREE_DAYS_IN_MARCH
from demo.content.stories.tortoise_from_pocket import STORY as TORTOISE_FROM_POCKET
from demo.content.stories.what_dog_says import STORY as WHAT_DOG_SAYS

STORIES = (
    BUS_STOP_MOINAK,
    BOILER_ROOM_CAT,
    TORTOISE_FROM_POCKET,
    HEDGEHOG_IN_LEAVES,
    FROM_STUDIO_TO_HOME,
    SWAN_ON_THE_ICE,
    WHAT_DOG_SAYS,
    PUPPY_AND_BELL,
    THREE_DAYS_IN_MARCH,
    OLD_HORSE_KERTOBEL,
)
