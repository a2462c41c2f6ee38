"""Marked parts of documents: what a program writes stands between two comments."""


def replace(document: str, name: str, text: str) -> str:
    """Return a document with a text between ``<!-- name -->`` and ``<!-- end of name -->``, in place of the earlier.

    Raises:
        ValueError: the document has no such part.
    """
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, found, rest = document.partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"There is no part from {begin} to {end}.")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"
