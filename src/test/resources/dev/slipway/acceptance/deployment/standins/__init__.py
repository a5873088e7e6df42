"""Types of CloudFormation that the emulator does not have."""

from moto.cloudformation import parsing

from . import answers, api, autoscaling, cache, cluster, custom, database, identity, secret, storage, streaming
from .model import model_of

MODULES = (autoscaling, cache, cluster, custom, database, identity, secret, storage, streaming)


def register():
    """Adds every stand-in; answers the types, each with the call of the emulator that makes it, or with nothing."""
    kinds = {}
    for module in MODULES:
        for stand_in in module.STAND_INS:
            kinds[stand_in.type] = stand_in.backed_by
            parsing.get_model_map()[stand_in.type] = model_of(stand_in)
        for correct in getattr(module, "CORRECTIONS", ()):
            correct()
    custom.register()
    return kinds
