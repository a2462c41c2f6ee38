"""Pose of a phone that leans or points; the inverse of static/js/shared/motion.js."""

from math import asin, cos, hypot, pi, sin

Quaternion = tuple[float, float, float, float]

FULL_TILT = 40 * pi / 180
"""Lean that counts as 1, in radians."""

AIM_WIDTH, AIM_HEIGHT = 44.0, 28.0
"""Degrees of turning from the screen's left edge to its right, and of lifting from its bottom edge to its top."""

REST_DEGREES = 48
"""Degrees of steepness at which a hand holds a phone comfortably."""


def about(axis: int, degrees: float) -> Quaternion:
    """Return a rotation about x, y or z (0, 1, 2)."""
    half = degrees * pi / 360
    parts = [0.0, 0.0, 0.0, cos(half)]
    parts[axis] = sin(half)
    return (parts[0], parts[1], parts[2], parts[3])


def multiply(a: Quaternion, b: Quaternion) -> Quaternion:
    """Return the rotation that is first b, then a."""
    ax, ay, az, aw = a
    bx, by, bz, bw = b
    return (
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
        aw * bw - ax * bx - ay * by - az * bz,
    )


LEVEL = about(0, REST_DEGREES)
LEVEL_BACK = about(0, -REST_DEGREES)


def leaning(x: float, y: float) -> Quaternion:
    """Return how a phone is held, in its own axes, that leans so far: -1 to 1 each, x right, y towards the person."""
    along = hypot(x, y)
    if along < 1e-6:
        return (0.0, 0.0, 0.0, 1.0)
    half = asin(min(1.0, along) * sin(FULL_TILT)) / 2
    return _held((y / along * sin(half), x / along * sin(half), 0.0, cos(half)))


def pointing(x: float, y: float, roll: float = 0.0) -> Quaternion:
    """Return how a phone is held that points at a place: fractions of the screen, and degrees of rolling."""
    turn = multiply(about(2, (0.5 - x) * AIM_WIDTH), about(0, (0.5 - y) * AIM_HEIGHT))
    return _held(multiply(turn, about(1, roll)) if roll else turn)


def _held(turn: Quaternion) -> Quaternion:
    return multiply(multiply(LEVEL_BACK, turn), LEVEL)
