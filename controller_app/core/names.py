"""Friendly names of two words for phones, so that nobody types one."""

ADJECTIVES = (
    "Able", "Agile", "Alert", "Amber", "Bold", "Brave", "Breezy", "Bright", "Brisk", "Calm", "Candid", "Cheery",
    "Clever", "Cosy", "Curious", "Dapper", "Daring", "Eager", "Early", "Fair", "Fleet", "Fond", "Gentle", "Glad",
    "Golden", "Grand", "Happy", "Hardy", "Honest", "Humble", "Jolly", "Keen", "Kind", "Lively", "Loyal", "Lucky",
    "Mellow", "Merry", "Mighty", "Modest", "Neat", "Nimble", "Noble", "Patient", "Perky", "Plucky", "Polite", "Proud",
    "Quick", "Quiet", "Ready", "Silver", "Snug", "Spry", "Steady", "Sunny", "Swift", "Tidy", "True", "Warm",
    "Wise", "Witty", "Young", "Zesty",
)  # fmt: skip

ANIMALS = (
    "Auk", "Badger", "Bat", "Beaver", "Bee", "Bison", "Camel", "Cat", "Coati", "Crab", "Crane", "Deer",
    "Dingo", "Dove", "Duck", "Eagle", "Egret", "Elk", "Emu", "Falcon", "Ferret", "Finch", "Fox", "Gecko",
    "Gibbon", "Goose", "Hare", "Hawk", "Heron", "Ibex", "Ibis", "Jay", "Koala", "Lark", "Lemur", "Lion",
    "Llama", "Lynx", "Marten", "Mole", "Moose", "Moth", "Newt", "Okapi", "Orca", "Otter", "Owl", "Panda",
    "Puffin", "Quail", "Rabbit", "Raven", "Robin", "Seal", "Stork", "Swan", "Tapir", "Tern", "Tiger", "Toad",
    "Turtle", "Vole", "Whale", "Wren",
)  # fmt: skip

WAYS = len(ADJECTIVES) * len(ANIMALS)
"""How many names there are: 4,096."""


def name_of(key: int) -> str:
    """Return the name that belongs to a seat's key: the same key, the same name, also after a restart."""
    adjective, animal = divmod(key % WAYS, len(ANIMALS))
    return f"{ADJECTIVES[adjective]} {ANIMALS[animal]}"
