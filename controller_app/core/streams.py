"""Values of a stream's samples: unit, range, and the least change that is worth sending."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec.inspect as look

from controller_app.core.protocol import Sample


@dataclass(frozen=True)
class Value:
    """One value of a sample, behind its count and its moment. It travels as an integer or as true and false."""

    name: str
    unit: int
    """How many of the integer are 1; 0 for true and false."""
    low: int
    high: int
    step: int
    """The least change that is sent at once; a smaller one waits until the movement is over."""


def has_moved(stream: type[Sample], before: Sequence[int | bool], after: Sequence[int | bool]) -> bool:
    """Say whether two samples differ by a step in any of their values; a shaking hand makes less."""
    steps = (value.step for value in values_of(stream))
    return any(abs(a - b) >= step for a, b, step in zip(before, after, steps, strict=True))


@cache
def values_of(stream: type[Sample]) -> tuple[Value, ...]:
    """Return the values of a stream's samples, in their order.

    Raises:
        TypeError: one of them is neither an integer with limits nor a bool.
    """
    kind = look.type_info(stream)
    assert isinstance(kind, look.StructType)
    own = kind.fields[len(Sample.__struct_fields__) :]
    return tuple(_value(stream, field.name, field.type) for field in own)


def _value(stream: type[Sample], name: str, kind: look.Type) -> Value:
    extra: dict[str, int] = {}
    while isinstance(kind, look.Metadata):
        extra = {**(kind.extra or {}), **extra}
        kind = kind.type
    if isinstance(kind, look.BoolType):
        return Value(name, 0, 0, 1, 1)
    if isinstance(kind, look.IntType) and kind.ge is not None and kind.le is not None:
        return Value(name, extra.get("unit", 1), kind.ge, kind.le, extra.get("step", 1))
    raise TypeError(f"{stream.__name__}.{name}: samples carry integers with limits, and bools.")
