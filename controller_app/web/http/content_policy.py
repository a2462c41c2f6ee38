"""Content Security Policy of each page: sources it may load, code it may run."""

HEADER = "Content-Security-Policy"

OWN = "'self' data: blob:"
"""This server's files, and what a page's own code has made."""


def _written(**sources: str) -> str:
    rules = {
        "default-src": "'none'",
        **{name.replace("_", "-"): value for name, value in sources.items()},
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


STRICT = _written(
    script_src="'self'",
    style_src="'self'",
    font_src="'self'",
    img_src=OWN,
    connect_src="'self' {sockets}",
)
"""Of phones and all pages but the display."""

DISPLAY = _written(
    # A blob's address can't be written in advance, so no text turns into a script by it; a data: address could.
    script_src="'self' blob: 'wasm-unsafe-eval'",
    style_src="'self'",
    font_src=OWN,
    img_src=OWN,
    media_src=OWN,
    connect_src=f"{OWN} {{sockets}}",
)
"""Of the display, where visuals run: they may use what lies beside them. docs/visuals.md says why not more."""


def content_policy(policy: str, host: str) -> tuple[str, str]:
    """Return the header field of a policy.

    Args:
        policy: one of the above.
        host: the request's Host header, checked.
    """
    return HEADER, policy.format(sockets=f"ws://{host} wss://{host}")  # old Safaris don't count these as 'self'
