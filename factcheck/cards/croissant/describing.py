"""The dataset as a whole: terms, provenance, files."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from factcheck.cards.citing import bibtex, display_name, is_person
from factcheck.cards.croissant.context import CONFORMS_TO, CONTEXT
from factcheck.cards.croissant.record_sets import file_set, record_set
from factcheck.cards.croissant.vocabularies import VOCABULARIES, enumeration, splits
from factcheck.cards.header import Counts, languages, licence_address
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document
from factcheck.records.reference import Name
from factcheck.records.verdict import Annotator

_PARQUET = "application/x-parquet"  # mlcroissant reads no other name of it
_FORMATS = {
    ".cff": "application/yaml",
    ".json": "application/json",
    ".md": "text/markdown",
    ".parquet": _PARQUET,
    ".svg": "image/svg+xml",
}


def croissant(corpus: Corpus, counts: Counts, files: Mapping[str, str]) -> dict[str, Any]:
    """Return the Croissant description of a release.

    What the specification requires and the record of the dataset does not say is left out, never invented.

    Args:
        corpus: the corpus without the words that are withheld.
        counts: how many rows each config has in each split.
        files: the SHA-256 of every other file of the release, by its path.
    """
    dataset = corpus.dataset
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": dataset.name,
        **({"alternateName": dataset.title} if dataset.title else {}),
        **({"description": dataset.description} if dataset.description else {}),
        "url": dataset.homepage or "README.md",  # the page beside it, where none is known on the web
        "license": licence_address(dataset.licence) or dataset.licence,
        **({"creator": [_agent(author) for author in dataset.authors]} if dataset.authors else {}),
        "datePublished": dataset.released,
        "version": dataset.version,
        "citeAs": bibtex(dataset),
        "inLanguage": languages(corpus),
        "keywords": ["claim verification", "evidence", "fact-checking"],
        "isLiveDataset": False,
        **_provenance(corpus),
        "distribution": [*_file_objects(files), *(_file_set(config) for config in counts)],
        "recordSet": [
            splits(split for config in ("claims", "nli", "verdicts") for split in counts.get(config, {})),
            *(enumeration(name) for name in VOCABULARIES),
            *(record_set(config) for config in counts),
        ],
    }


def _agent(name: Name) -> dict[str, Any]:
    return {"@type": "sc:Person" if is_person(name) else "sc:Organization", "name": display_name(name)}


def _provenance(corpus: Corpus) -> dict[str, Any]:
    documents = [_document(document) for document in sorted(corpus.documents, key=lambda one: one.id)]
    annotators = [_annotator(annotator) for annotator in sorted(corpus.annotators, key=lambda one: one.id)]
    judged = {"@type": "prov:Activity", "prov:label": "annotation", "prov:wasAssociatedWith": annotators}
    return {
        **({"prov:wasDerivedFrom": documents} if documents else {}),
        **({"prov:wasGeneratedBy": judged} if annotators else {}),
    }


def _document(document: Document) -> dict[str, Any]:
    rights = document.rights
    licence = rights.licence if rights else None
    said: dict[str, Any] = {
        "url": document.url,
        "publisher": {"@type": "sc:Organization", "name": document.publisher} if document.publisher else None,
        "datePublished": document.published,
        "dateModified": document.updated,
        "sha256": document.sha256,
        "license": (licence_address(licence) or licence) if licence else None,
        "copyrightHolder": {"@type": "sc:Organization", "name": rights.holder} if rights and rights.holder else None,
        "conditionsOfAccess": _access(document),
    }
    kept = {key: value for key, value in said.items() if value is not None}
    return {
        "@type": ["prov:Entity", "sc:CreativeWork"],
        "identifier": document.id,
        "name": document.title or document.id,
        **kept,
    }


def _access(document: Document) -> str:
    is_open = document.rights is not None and document.rights.redistribute
    return (
        "its words may be passed on" if is_open else "its words are withheld: its rights do not allow to pass them on"
    )


def _annotator(annotator: Annotator) -> dict[str, Any]:
    kind = {"person": "prov:Person", "model": "prov:SoftwareAgent"}.get(annotator.kind, "prov:Agent")
    return {"@type": kind, "prov:label": annotator.name or annotator.id}


def _file_objects(files: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "@type": "cr:FileObject",
            "@id": name,
            "name": name,
            "contentUrl": name,
            "encodingFormat": _FORMATS.get(PurePosixPath(name).suffix, "text/plain"),
            "sha256": digest,
        }
        for name, digest in sorted(files.items())
    ]


def _file_set(config: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileSet",
        "@id": file_set(config),
        "name": file_set(config),
        "description": f"every split of config {config}",
        "encodingFormat": _PARQUET,
        "includes": f"{config}/*.parquet",
    }
