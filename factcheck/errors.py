"""The exceptions of this library: raised when the *call* is wrong, never when the data is (that is a ``Problem``)."""


class FactcheckError(Exception):
    """Base of every exception this library raises on purpose."""


class UsageError(FactcheckError):
    """The call cannot be carried out as written: a wrong argument, a missing folder, a target that must not be touched."""


class ReleaseError(FactcheckError):
    """A release could not be written, or what was written does not load as it should; what stood before still stands."""
