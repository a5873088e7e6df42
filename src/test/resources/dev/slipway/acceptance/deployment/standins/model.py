"""What a stand-in is, and how the emulator's CloudFormation sees it."""

from dataclasses import dataclass, field
from typing import Any, Callable

from moto.core.common_models import CloudFormationModel

from . import answers


@dataclass
class Made:
    """A resource: what Ref gives, what Fn::GetAtt gives, and what deletes it again."""

    id: str
    attributes: dict[str, Any] = field(default_factory=dict)
    undo: Callable[[], Any] | None = None


@dataclass
class StandIn:
    """Makes the resources of a type: `make(name, properties, region)`.

    `backed_by` names the call with which the emulator itself makes it; where it is empty, the resource is only recorded, after
    its properties were held against the model of the service's API. `change(made, properties, region)` updates in place.
    """

    type: str
    make: Callable[[str, dict[str, Any], str], Made]
    backed_by: str = ""
    change: Callable[[Made, dict[str, Any], str], Made] | None = None


def model_of(stand_in):
    """The class that the emulator's CloudFormation wants."""

    class Model(CloudFormationModel):
        __module__ = "moto.standins.models"

        def __init__(self, made):
            self.made = made

        @property
        def physical_resource_id(self):
            return self.made.id

        @staticmethod
        def cloudformation_name_type():
            return ""

        @staticmethod
        def cloudformation_type():
            return stand_in.type

        def get_cfn_attribute(self, name):
            if name not in self.made.attributes:
                raise ValueError(f"{stand_in.type} has no attribute {name}")
            return self.made.attributes[name]

        @classmethod
        def create_from_cloudformation_json(cls, name, tree, account_id, region_name, **_):
            made = stand_in.make(name, tree["Properties"], region_name)
            answers.record(stand_in.type, made.id, tree["Properties"])
            return cls(made)

        @classmethod
        def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
            if stand_in.change:
                original_resource.made = stand_in.change(
                    original_resource.made, cloudformation_json["Properties"], region_name
                )
                answers.record(stand_in.type, original_resource.made.id, cloudformation_json["Properties"])
                return original_resource
            return None

        def delete(self, account_id, region_name):
            if self.made.undo:
                self.made.undo()
            answers.forget(stand_in.type, self.made.id)

        def is_created(self):
            return True

    return Model
