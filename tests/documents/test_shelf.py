"""The shelf keeps whole files or none."""

import pytest
from django.core.files.storage import default_storage

from documents import shelf


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_a_file_is_built_once():
    built = []
    for _ in range(2):
        content = shelf.fetch("kits/a/kit.zip", lambda: built.append(1) or b"whole").read()

    assert content == b"whole"
    assert built == [1]


def test_a_full_disk_leaves_no_half_file_and_the_reader_has_hers(monkeypatch, own_folder):
    def no_space(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("documents.shelf.os.replace", no_space)

    assert shelf.fetch("kits/a/kit.zip", lambda: b"whole").read() == b"whole"
    assert not default_storage.exists("kits/a/kit.zip")
    assert not [path for path in own_folder.rglob("*") if path.is_file()]


def test_a_failed_build_leaves_nothing(own_folder):
    with pytest.raises(ZeroDivisionError):
        shelf.fetch("kits/a/kit.zip", lambda: 1 // 0)

    assert not list(own_folder.rglob("*.zip"))


def test_two_who_build_at_once_get_the_same_and_leave_one_file(own_folder):
    def build_while_another_does():
        shelf.fetch("kits/a/kit.zip", lambda: b"whole")
        return b"whole"

    assert shelf.fetch("kits/a/kit.zip", build_while_another_does).read() == b"whole"
    assert [path.name for path in own_folder.rglob("*") if path.is_file()] == ["kit.zip"]


def test_equal_parts_give_equal_names_and_others_do_not():
    assert shelf.digest("a", 1) == shelf.digest("a", 1)
    assert shelf.digest("a", 1) != shelf.digest("a1")
