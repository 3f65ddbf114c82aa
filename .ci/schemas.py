"""Writes JSON schemas for kubeconform, one file a kind and version: GROUP_KIND_VERSION.json.

    python schemas.py FOLDER KUBERNETES_VERSION FILE...

Kubernetes' own kinds come from the package kubernetes-validate, custom ones from the definitions in FILE. A property that a schema does
not name is refused, as `kubectl --validate=strict` does.
"""

import itertools
import json
import pathlib
import re
import sys

import kubernetes_validate
import yaml

# Where the package's schemas point, and where the definitions stand in a file of ours.
SHARED, OWN = "/api/_definitions.json#/$defs/", "#/$defs/"


def builtin(version):
    """Kubernetes' own kinds, each with the definitions it needs, since kubeconform looks into one file alone."""
    folder = pathlib.Path(kubernetes_validate.__file__).parent / "kubernetes-json-schema" / f"v{version}-local-strict"
    definitions = json.loads((folder / "_definitions.json").read_text().replace(SHARED, OWN))["$defs"]
    for name, definition in definitions.items():
        for known in definition.get("x-kubernetes-group-version-kind", []):
            needed, waiting = {}, [name]
            while waiting:
                next_name = waiting.pop()
                if next_name not in needed:
                    needed[next_name] = definitions[next_name]
                    waiting += re.findall(r'"#/\$defs/([^"]+)"', json.dumps(definitions[next_name]))
            yield known["group"], known["kind"], known["version"], {"$ref": OWN + name, "$defs": needed}


def close(schema):
    """Refuses unknown properties wherever a definition lists the known ones."""
    if isinstance(schema, dict):
        if "properties" in schema and "additionalProperties" not in schema and not schema.get("x-kubernetes-preserve-unknown-fields"):
            schema["additionalProperties"] = False
        for key, value in schema.items():
            # Branches list only the properties that they speak of.
            if key not in ("oneOf", "anyOf", "allOf", "not"):
                close(value)
    elif isinstance(schema, list):
        for value in schema:
            close(value)


def custom(file):
    """The kinds of a file of custom resource definitions."""
    for definition in yaml.load_all(pathlib.Path(file).read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if not definition or definition.get("kind") != "CustomResourceDefinition":
            continue
        spec = definition["spec"]
        for version in spec["versions"]:
            schema = version["schema"]["openAPIV3Schema"]
            close(schema)
            # Definitions leave what every object has to the cluster.
            schema["properties"].update(apiVersion={"type": "string"}, kind={"type": "string"}, metadata={"type": "object"})
            yield spec["group"], spec["names"]["kind"], version["name"], schema


def main(folder, kubernetes, *files):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for group, kind, version, schema in itertools.chain(builtin(kubernetes), *map(custom, files)):
        # kubeconform's word for the group of the kinds that have none is their version.
        (folder / f"{group or version}_{kind.lower()}_{version}.json").write_text(json.dumps(schema))
        written += 1
    print(f"schemas of {written} kinds")


if __name__ == "__main__":
    main(*sys.argv[1:])
