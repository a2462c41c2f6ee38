"""Files for a visual's folder: sound, film, picture, font, WebAssembly and a model."""

import base64
import io
import json
import math
import shutil
import struct
import wave
from pathlib import Path

from PIL import Image

from tests.support.running import ROOT

SECONDS = 600
RATE = 8000  # samples a second, of one byte: 4.8 MB, more than a browser loads ahead

ADD = bytes.fromhex(
    "0061736d01000000"  # magic, version 1
    "01070160027f7f017f"  # a type: two i32 to one
    "03020100"  # a function of it
    "070701036164640000"  # exported as "add"
    "0a09010700200020016a0b"  # local.get 0, local.get 1, i32.add
)

FILM = base64.b64decode(
    "GkXfoxAAADRChhAAAAEBQvcQAAABAULyEAAAAQRC8xAAAAEIQoIQAAAEd2VibUKHEAAAAQJChRAAAAECGFOAZxAAAVIVSalmEAAA"
    "JirXsRAAAAMPQkBEiRAAAAhAeQAAAAAAAE2AEAAAAXRXQRAAAAF0FlSuaxAAADOuEAAALtcQAAABAXPFEAAAAQGDEAAAAQGGEAAA"
    "BVZfVlA44BAAAAywEAAAARC6EAAAARAfQ7Z1EAAA4ecQAAABAKMQAAA+gQAAgPACAJ0BKhAAEAAABwiFhYiZhIgBJBATrVAfwB/Q"
    "EGpvcP7+67y/+U9jivo/8p+//5PdnjSmiX/5OACjEAAALoEAZACxAQAAEA0QAMABgf+gYAYQ/v4f4v/4vh4nFLF/+L4v/9KYGlMe"
    "4f/SXwCjEAAALoEAyACxAQAAEAkgAMABgf+gYAd4/v+neT//ye7PGlNEv/ye7/86+a6ji6m9RACjEAAALYEBLACxAQAAEAkgAMAB"
    "gf+gYAd4/v7rvL/5T2OK+j/yn7//k92eNKaJf/k4AA=="
)
"""WebM: four frames of 16 × 16 pixels in VP8, as Chromium's VideoEncoder wrote them."""


def write(folder: Path) -> None:
    """Write all of them into a visual's folder."""
    (folder / "add.wasm").write_bytes(ADD)
    (folder / "clip.webm").write_bytes(FILM)
    (folder / "square.png").write_bytes(_picture())
    (folder / "square.glb").write_bytes(_model(_picture()))
    shutil.copy(ROOT / "static" / "vendor" / "fonts" / "next-latin.woff2", folder / "face.woff2")
    with wave.open(str(folder / "tone.wav"), "wb") as tone:
        tone.setnchannels(1)
        tone.setsampwidth(1)
        tone.setframerate(RATE)
        period = bytes(128 + round(100 * math.sin(2 * math.pi * n / 20)) for n in range(20))
        tone.writeframes(period * (RATE // 20 * SECONDS))


def _picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (2, 2), "red").save(file, "PNG")
    return file.getvalue()


def _model(picture: bytes) -> bytes:
    """Return a binary glTF 2.0 file that holds a texture (Khronos, glTF 2.0, section 4.4)."""
    binary = picture + bytes(-len(picture) % 4)
    told = {
        "asset": {"version": "2.0"},
        "buffers": [{"byteLength": len(binary)}],
        "bufferViews": [{"buffer": 0, "byteOffset": 0, "byteLength": len(picture)}],
        "images": [{"bufferView": 0, "mimeType": "image/png"}],
    }
    text = json.dumps(told).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks
