"""Media types by file name extension, the same on every computer."""

import mimetypes
from pathlib import PurePath

TEXT = "; charset=utf-8"

MEDIA_TYPES = {
    # Windows' registry may call scripts text/plain, and browsers refuse modules of that type.
    **dict.fromkeys((".js", ".mjs"), f"text/javascript{TEXT}"),
    ".css": f"text/css{TEXT}",
    ".html": f"text/html{TEXT}",
    **dict.fromkeys((".txt", ".md", ".glsl", ".vert", ".frag", ".wgsl"), f"text/plain{TEXT}"),
    ".csv": f"text/csv{TEXT}",
    ".vtt": f"text/vtt{TEXT}",
    **dict.fromkeys((".json", ".map"), f"application/json{TEXT}"),
    ".jsonl": f"application/jsonl{TEXT}",
    ".geojson": f"application/geo+json{TEXT}",
    ".xml": f"application/xml{TEXT}",
    ".wasm": "application/wasm",
    ".svg": f"image/svg+xml{TEXT}",
    ".png": "image/png",
    **dict.fromkeys((".jpg", ".jpeg"), "image/jpeg"),
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".hdr": "image/vnd.radiance",
    ".ktx2": "image/ktx2",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    **dict.fromkeys((".ogg", ".oga", ".opus"), "audio/ogg"),
    ".m4a": "audio/mp4",
    ".aac": "audio/aac",
    ".flac": "audio/flac",
    **dict.fromkeys((".mid", ".midi"), "audio/midi"),
    **dict.fromkeys((".mp4", ".m4v"), "video/mp4"),
    ".webm": "video/webm",
    ".ogv": "video/ogg",
    ".mov": "video/quicktime",
    ".glb": "model/gltf-binary",
    ".gltf": f"model/gltf+json{TEXT}",
    **dict.fromkeys((".obj", ".mtl", ".ply"), f"text/plain{TEXT}"),
    ".stl": "model/stl",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}
"""Python's own table has some of them only with the computer's (/etc/mime.types, the registry), or by older names."""

UNKNOWN = "application/octet-stream"


def media_type(name: str) -> str:
    """Return the media type of a file by its name, in any case."""
    end = PurePath(name).suffix.lower()
    return MEDIA_TYPES.get(end) or mimetypes.guess_type(f"x{end}")[0] or UNKNOWN


def is_text(kind: str) -> bool:
    """Return whether files of a media type are texts, which shrink when they are compressed."""
    return kind.endswith(TEXT) or kind == "application/wasm"
