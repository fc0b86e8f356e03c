"""The shape of the project: what may lie where, and who may import whom."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# From the bottom up: a package may import those in the layers below its own, and its neighbours' none.
LAYERS = [
    {"core"},
    {"documents"},
    {"bilingual"},
    {"search", "editorial"},
    {"home", "stories", "lessons", "legal"},
    {"demo"},
    {"config"},
]
LEVEL = {package: level for level, packages in enumerate(LAYERS) for package in packages}
SECTIONS = LAYERS[4]

TOP_LEVEL = {
    "site",
    "home",
    "stories",
    "lessons",
    "legal",
    "templates",
    "tests",
    "docs",
    "benchmarks",
    "manage.py",
    "pyproject.toml",
    "requirements.txt",
    "README.md",
    "CHANGELOG.md",
    "Makefile",
}


def sources(package: str) -> list[Path]:
    folder = ROOT / package if package in SECTIONS else ROOT / "site" / package
    return [path for path in folder.rglob("*.py") if "/migrations/" not in str(path)]


def imported_packages(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module.split(".")[0])
    return found


def test_site_is_a_plain_folder_because_the_standard_library_owns_its_name():
    assert not (ROOT / "site" / "__init__.py").exists()
    assert not (ROOT / "site" / "locale" / "__init__.py").exists()


def test_no_module_under_site_hides_one_of_the_standard_library():
    names = {path.stem for path in (ROOT / "site").iterdir()}

    assert names & set(sys.stdlib_module_names) <= {"locale"}  # a folder without Python files hides nothing


def test_git_does_not_ignore_the_site_folder():
    lines = (ROOT / ".gitignore").read_text().splitlines()

    assert not {line.strip().strip("/") for line in lines} & {"site"}


def test_nothing_lies_at_the_top_that_was_not_agreed():
    present = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert present <= TOP_LEVEL


@pytest.mark.parametrize("package", sorted(LEVEL))
def test_imports_point_down_the_layers(package):
    wrong = [
        f"{path.relative_to(ROOT)} imports {other}"
        for path in sources(package)
        for other in imported_packages(path) & set(LEVEL)
        if other != package and LEVEL[other] >= LEVEL[package]
    ]

    assert not wrong


def test_only_the_demonstration_imports_the_tests():
    users = {package for package in LEVEL for path in sources(package) if "tests" in imported_packages(path)}

    assert users == {"demo"}


def test_a_page_class_never_names_its_template():
    pattern = re.compile(r"^    template = ", re.MULTILINE)

    assert not [path for section in SECTIONS for path in sources(section) if pattern.search(path.read_text())]
