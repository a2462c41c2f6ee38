"""Rotation matrices, as a second opinion on the quaternions of the pages."""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def held(alpha: float, beta: float, gamma: float) -> Matrix:
    """Return how a phone is held, from the browser's angles in degrees.

    Source: W3C, Device Orientation and Motion: R = Rz(alpha) · Rx(beta) · Ry(gamma).
    """
    a, b, c = np.radians([alpha, beta, gamma])
    z = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    x = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    y = np.array([[np.cos(c), 0, np.sin(c)], [0, 1, 0], [-np.sin(c), 0, np.cos(c)]])
    result: Matrix = z @ x @ y
    return result


def matrix(quaternion: list[float]) -> Matrix:
    """Return the rotation of a unit quaternion (x, y, z, w)."""
    x, y, z, w = quaternion
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


def degrees_between(one: Matrix, other: Matrix) -> float:
    """Return the angle of the rotation from one to the other."""
    return float(np.degrees(np.arccos(np.clip((np.trace(one.T @ other) - 1) / 2, -1, 1))))
