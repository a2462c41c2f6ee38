"""Bring the vendored browser files from the npm registry, and hold them to their checksums.

    python -m tools.vendor            fetch every package, write its files and vendor.json

``static/vendor/vendor.json`` says of each file its package, version, licence and SHA-256.
"""

import hashlib
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent.parent / "static" / "vendor"
LIST = FOLDER / "vendor.json"


class Package(NamedTuple):
    """An npm package and the files we take: path in the package → path under static/vendor/."""

    name: str
    version: str
    licence: str
    files: dict[str, str]


FONTS = {"next": "atkinson-hyperlegible-next", "mono": "atkinson-hyperlegible-mono"}

PACKAGES = (
    Package("socket.io-client", "4.8.4", "MIT", {"dist/socket.io.esm.min.js": "socket.io.esm.min.js"}),
    Package(
        "three",
        "0.187.0",
        "MIT",
        {
            "build/three.module.js": "three/three.module.js",
            "build/three.core.js": "three/three.core.js",
            "LICENSE": "three/LICENSE",
        },
    ),
    Package(
        "planck",
        "1.5.0",
        "MIT",
        {"dist/planck.mjs": "planck/planck.js", "LICENSE.txt": "planck/LICENSE"},
    ),
    *(
        Package(
            f"@fontsource-variable/{file}",
            "5.3.0",
            "OFL-1.1",
            {
                "LICENSE": f"fonts/{file}.LICENSE",
                **{
                    f"files/{file}-{subset}-wght-normal.woff2": f"fonts/{cut}-{subset}.woff2"
                    for subset in ("latin", "latin-ext")
                },
            },
        )
        for cut, file in FONTS.items()
    ),
)


def fetch() -> None:
    """Write all files of all packages and the list of them."""
    entries: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            archive = _pack(package, Path(folder))
            with tarfile.open(archive) as tar:
                for inside, outside in package.files.items():
                    member = tar.extractfile(f"package/{inside}")
                    assert member is not None, f"{package.name} has no file {inside}"
                    target = FOLDER / outside
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(member.read())
                    entries[outside] = {
                        "package": package.name,
                        "version": package.version,
                        "licence": package.licence,
                        "sha256": checksum(target),
                    }
    LIST.write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")


def checksum(file: Path) -> str:
    """Return a file's SHA-256 as hexadecimal digits."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _pack(package: Package, folder: Path) -> Path:
    command = [
        "npm",
        "pack",
        "--silent",
        f"{package.name}@{package.version}",
        "--pack-destination",
        str(folder),
    ]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    return folder / name


if __name__ == "__main__":
    fetch()
