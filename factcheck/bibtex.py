"""BibTeX: entries, and words and names as TeX takes them."""

from collections.abc import Mapping

from factcheck.records.reference import Name

_TEX = {character: f"\\{character}" for character in "&%$#_"} | {
    "\\": r"\textbackslash ",
    "{": "(",  # BibTeX counts braces, escaped ones too
    "}": ")",
    "~": r"\textasciitilde ",
    "^": r"\textasciicircum ",
}
_BESIDE_ADDRESSES = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_ET_AL = ("et al", "et al.")


def entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """Return an entry; fields without a value are left out.

    Args:
        kind: its type, such as ``article``.
        key: what it is cited by.
        fields: values as TeX takes them, by name.
    """
    lines = [f"@{kind}{{{key}", *(f"  {name} = {{{value}}}" for name, value in fields.items() if value)]
    return ",\n".join(lines) + "\n}"


def tex(words: str) -> str:
    """Return words as TeX takes them, in one line; braces become round."""
    return "".join(_TEX.get(character, character) for character in " ".join(words.split()))


def tex_address(address: str) -> str:
    """Return an address, which styles print character by character, without what would end its field."""
    return "".join(_BESIDE_ADDRESSES.get(character, character) for character in "%20".join(address.split()))


def tex_name(name: Name) -> str:
    """Return a name, family name first; a body's is held together, and et al. is what BibTeX says for it."""
    if name.family is None:
        literal = name.literal or ""
        return "others" if literal.lower() in _ET_AL else f"{{{tex(literal)}}}"
    family = " ".join(_part(part) for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, _part(name.suffix or ""), _part(name.given or "")) if part)


def _part(words: str) -> str:
    """Return a part of a name, held together where BibTeX would take it for several."""
    shown = tex(words)
    return f"{{{shown}}}" if "," in shown or "and" in shown.lower().split() else shown
