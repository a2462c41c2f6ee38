"""Start banner: the terminal's text, 80 columns wide, with every address to open."""

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from click import style, unstyle

from controller_app.core.links import Links
from controller_app.machine.network.interfaces import Interface

WIDTH = 80
MARGIN = "  "
GAP = "   "
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MAX_OTHERS = 4
"""More other addresses than this are counted, not listed."""

FIREWALL = "If phones can't open the page, allow Python through this computer's firewall."
STOP = "Stop with Ctrl-C."


def banner(
    display: str,
    phone: str,
    chosen: Interface,
    others: Sequence[Interface],
    secure: str | None,
    terminal_qr: str,
    behind: str = "",
) -> str:
    """Return the banner.

    Args:
        display: what the big screen opens.
        phone: what phones open, without a room's code.
        chosen: the interface whose address that is.
        others: the further interfaces; those that phones can't reach are left out.
        secure: the page that offers this computer's authority, None if there is none.
        terminal_qr: the phone's address as lines of equal width; colours are fine.
        behind: where the proxy or tunnel in front has to lead to; "" without one. With one, this computer's networks
            don't matter.
    """
    reachable = bool(behind) or chosen.reachable
    facts = _fact("Big screen" if behind else "Big screen, on this computer", display)
    facts += _fact("Phones: scan, or open", phone) if reachable else _no_way(chosen, others)
    facts += _fact("The proxy or tunnel leads to", behind) if behind else []
    facts += _fact("Network", f"{chosen.title}, {chosen.address}") if reachable and not behind else []
    facts += _fact("Motion on devices you manage", secure) if secure and reachable else []
    notes = [STOP] if behind else [*_others(others), *([FIREWALL] if reachable else []), STOP]
    code = terminal_qr.splitlines() if reachable else []
    return "\n".join(["", *_beside(code, facts), "", *(_wrapped(note) for note in notes), ""])


def warnings(links: Links, has_token: bool, knows_proxy: bool) -> list[str]:
    """Return what a host should change before strangers come, a sentence or two each.

    Args:
        links: the addresses that people open.
        has_token: displays are asked for one.
        knows_proxy: the proxy in front is trusted to say whose request it passes on, or there is none.

    Source for Chrome 154: Google Online Security Blog, "HTTPS by default" (October 2025).
    """
    said = []
    if links.is_on_internet and not links.hsts_host:
        said.append(
            f"Chrome, since version 154, warns visitors before it opens {links.base}, and phones give no motion "
            "there. Put a proxy or tunnel with HTTPS in front, and start with its https:// address as --public-url."
        )
    if links.public and not knows_proxy:
        said.append(
            "All visitors have the address of the proxy or tunnel in front, so limits by address count them as one. "
            "Name that proxy with --trusted-proxy, such as --trusted-proxy 127.0.0.1."
        )
    if links.is_on_internet and not has_token:
        said.append(
            f"Everybody can open rooms at {links.base}. With --host-token a display is asked for a secret first."
        )
    return said


def _fact(label: str, value: str) -> list[str]:
    return [label, style(value, bold=True), ""]


def _no_way(chosen: Interface, others: Sequence[Interface]) -> list[str]:
    if any(other.reachable for other in others):
        sentence = f"Phones can't reach {chosen.address}: it leads to this computer alone. Choose another address."
    else:
        sentence = (
            "Phones can't reach this computer: it is in no network. Connect it to the Wi-Fi that the phones use, or "
            "open a hotspot; the screen then shows the code."
        )
    return [*textwrap.wrap(sentence, WIDTH - 2 * len(MARGIN), break_on_hyphens=False), ""]


def _others(others: Sequence[Interface]) -> list[str]:
    reachable = [other for other in others if other.reachable]
    if not reachable:
        return []
    listed = [f"--address {other.address} ({other.title})" for other in reachable[:MAX_OTHERS]]
    more = [f"and {len(reachable) - MAX_OTHERS} more"] if len(reachable) > MAX_OTHERS else []
    return ["Other addresses: " + ", ".join(_together(item) for item in listed + more)]


def _together(words: str) -> str:
    """Keep words on one line, until ``_wrapped`` has wrapped the rest."""
    return words.replace(" ", NO_BREAK_SPACE)


def _beside(code: list[str], facts: list[str]) -> list[str]:
    """Put the facts to the right of the code, half way up, or above it where they are too wide."""
    facts = facts[:-1]
    code_width = max((len(unstyle(line)) for line in code), default=0)
    facts_width = max(len(unstyle(fact)) for fact in facts)
    if not code:
        return [MARGIN + fact if fact else "" for fact in facts]
    if len(MARGIN) + code_width + len(GAP) + facts_width > WIDTH or len(facts) > len(code):
        return [*_beside([], [*facts, ""]), "", *(MARGIN + line for line in code)]
    facts = [""] * ((len(code) - len(facts)) // 2) + facts
    return [f"{MARGIN}{line}{GAP}{fact}".rstrip() for line, fact in zip_longest(code, facts, fillvalue="")]


def _wrapped(note: str) -> str:
    lines = textwrap.wrap(note, WIDTH - len(MARGIN), break_on_hyphens=False, break_long_words=False)
    return "\n".join(MARGIN + line for line in lines).replace(NO_BREAK_SPACE, " ")
