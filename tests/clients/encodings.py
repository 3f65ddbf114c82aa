"""Checks that every span of every answer is its mention's text, in all three offset encodings.

    python encodings.py ADDRESS FILE...

Knows no .proto file: it learns the messages from the server's reflection.
"""

import pathlib
import sys

import grpc
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

# How a client of each encoding holds a text, how many of those a unit takes, and how it reads a piece of it.
ENCODINGS = {"UTF8": ("utf-8", 1), "UTF16": ("utf-16-le", 2), "UTF32": ("utf-32-le", 4)}


def spans(answer):
    for entity in answer.entities:
        for mention in entity.mentions:
            yield mention.span, mention.text
        for position in entity.positions:
            yield position.span, position.title


def main(address, *files):
    channel = grpc.insecure_channel(address)
    pool = DescriptorPool(ProtoReflectionDescriptorDatabase(channel))
    method = pool.FindServiceByName("qimma.v1.ExtractionService").methods_by_name["ExtractEntities"]
    request_type, answer_type = GetMessageClass(method.input_type), GetMessageClass(method.output_type)
    call = channel.unary_unary(
        "/qimma.v1.ExtractionService/ExtractEntities",
        request_serializer=request_type.SerializeToString,
        response_deserializer=answer_type.FromString,
    )
    total = bad = 0
    for file in map(pathlib.Path, files):
        text = file.read_bytes().decode("utf-8")
        found = []
        for encoding, (codec, width) in ENCODINGS.items():
            units = text.encode(codec)
            request = request_type(document={"id": file.stem, "text": text}, offset_encoding=f"OFFSET_ENCODING_{encoding}")
            pieces = [(units[span.begin * width : span.end * width].decode(codec, "replace"), want) for span, want in spans(call(request))]
            found.append([want for _, want in pieces])
            for piece, want in pieces:
                total += 1
                if piece != want:
                    bad += 1
                    print(f"{file.name} {encoding}: {piece!r} is not {want!r}")
        if not found[0] == found[1] == found[2]:
            bad += 1
            print(f"{file.name}: the encodings find different things")
    print(f"encodings {total} spans in {len(files)} texts and {len(ENCODINGS)} encodings, {bad} bad")
    return 1 if bad or not total else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
