"""How the initiatives name their one source, the collection of 2025."""

from demo.content.shapes import Both

COLLECTION = Both(
    "«Жануарларды жақсы көретін әлем» жинағы, 2025",
    "сборник «Жануарларды жақсы көретін әлем», 2025",
)
MOTTO = Both(
    "Бастаманың ұраны, «Жануарларды жақсы көретін әлем» жинағы (2025)",
    "Девиз инициативы, сборник «Жануарларды жақсы көретін әлем» (2025)",
)
