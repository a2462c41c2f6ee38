"""Text files as editors save them."""

import codecs
from pathlib import Path

import pytest

from controller_app.machine.text_file import WrongEncoding, read_text

TEXT = '{"title": "Löschpapier"}\n'


def saved(folder: Path, data: bytes) -> Path:
    file = folder / "saved"
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_byte_order_mark_is_no_damage(tmp_path: Path, mark: bytes) -> None:
    assert read_text(saved(tmp_path, mark + TEXT.encode())) == TEXT


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("width", [16, 32])
def test_utf_16_is_told_in_words(tmp_path: Path, order: str, mark: str, width: int) -> None:
    with pytest.raises(WrongEncoding, match=f"is saved as UTF-{width}; save it as UTF-8$"):
        read_text(saved(tmp_path, (mark + TEXT).encode(f"utf-{width}-{order}")))


def test_other_bytes_are_told_with_their_line(tmp_path: Path) -> None:
    with pytest.raises(WrongEncoding, match="line 2 is not in UTF-8"):
        read_text(saved(tmp_path, ("{\n" + TEXT).encode("latin-1")))


@pytest.mark.parametrize("data", [b"", b"{", b"\0", b"\0\0\0\0", b"{}"])
def test_short_and_empty_files_are_text(tmp_path: Path, data: bytes) -> None:
    assert read_text(saved(tmp_path, data)) == data.decode()
