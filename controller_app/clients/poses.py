"""Pose of a phone that leans or points; the inverse of static/js/shared/motion.js."""

from math import asin, cos, hypot, pi, sin

from controller_app.core.protocol import AIM_HEIGHT_DEGREES, AIM_WIDTH_DEGREES, FULL_TILT_DEGREES

Quaternion = tuple[float, float, float, float]

REST_DEGREES = 48
"""Steepness at which a hand holds a phone comfortably."""


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
    half = asin(min(1.0, along) * sin(FULL_TILT_DEGREES * pi / 180)) / 2
    return _held((y / along * sin(half), x / along * sin(half), 0.0, cos(half)))


def pointing(x: float, y: float, roll: float = 0.0) -> Quaternion:
    """Return how a phone is held that points at a place: fractions of the screen, and degrees of rolling."""
    turn = multiply(about(2, (0.5 - x) * AIM_WIDTH_DEGREES), about(0, (0.5 - y) * AIM_HEIGHT_DEGREES))
    return _held(multiply(turn, about(1, roll)) if roll else turn)


def _held(turn: Quaternion) -> Quaternion:
    return multiply(multiply(LEVEL_BACK, turn), LEVEL)
