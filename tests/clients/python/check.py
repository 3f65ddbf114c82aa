"""What a Python caller needs, checked against a server: python check.py [ADDRESS]. Its last line is "N passed, N failed"."""

import pathlib
import sys

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status
from qimma.v1 import document_pb2, extraction_pb2, extraction_service_pb2_grpc, summit_pb2

CLIENTS = pathlib.Path(__file__).resolve().parents[1]
# Offsets as Python's strings count: in code points.
UTF32 = document_pb2.OFFSET_ENCODING_UTF32
MIB = 1 << 20

address = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:50051"
channel = grpc.insecure_channel(
    address,
    options=[
        # Timeouts, retries and balancing.
        ("grpc.service_config", (CLIENTS / "../../deploy/service_config.json").read_text()),
        # An answer may be larger than the 4 MiB that gRPC allows by itself.
        ("grpc.max_receive_message_length", 64 * MIB),
    ],
)
service = extraction_service_pb2_grpc.ExtractionServiceStub(channel)


def read(name):
    # Not read_text(), which would turn CRLF into LF and move every span behind it.
    return (CLIENTS / "texts" / name).read_bytes().decode("utf-8")


def request(text, **fields):
    return extraction_pb2.ExtractEntitiesRequest(document={"id": "a", "text": text}, **{"offset_encoding": UTF32, **fields})


def ids(answer):
    return {entity.id for entity in answer.entities}


def slices(text, answer):
    """What the text holds at each span, beside what the server says it holds."""
    for entity in answer.entities:
        for mention in entity.mentions:
            yield text[mention.span.begin : mention.span.end], mention.text
        for position in entity.positions:
            yield text[position.span.begin : position.span.end], position.title


def refusal(call):
    """The status a call ends in, and its details by type."""
    try:
        call()
    except grpc.RpcError as error:
        details = {}
        for detail in rpc_status.from_call(error).details:
            for kind in (error_details_pb2.BadRequest, error_details_pb2.ErrorInfo):
                if detail.Is(kind.DESCRIPTOR):
                    details[kind] = kind()
                    detail.Unpack(details[kind])
        return error.code(), details
    raise AssertionError("the call was not refused")


def unary():
    answer = service.ExtractEntities(request(read("emoji.txt")))
    assert "vladimir-putin" in ids(answer) and answer.language_supported and answer.document_id == "a", answer


def offsets(name, wanted):
    text = read(f"{name}.txt")
    answer = service.ExtractEntities(request(text))
    assert wanted <= ids(answer), f"{wanted - ids(answer)} are missing"
    for piece, said in slices(text, answer):
        assert piece == said, f"{piece!r} is not {said!r}"
    # The text is such that another unit would not do.
    answer = service.ExtractEntities(request(text, offset_encoding=document_pb2.OFFSET_ENCODING_UTF16))
    assert name == "marks" or any(piece != said for piece, said in slices(text, answer)), "UTF-16 spans fit code points"


def stream():
    documents = [("a", read("emoji.txt")), ("b", ""), ("c", read("marks.txt"))]
    requests = (extraction_pb2.StreamExtractEntitiesRequest(document={"id": id, "text": text}) for id, text in documents)
    a, b, c = service.StreamExtractEntities(requests, timeout=10)
    assert (a.document_id, b.document_id, c.document_id) == ("a", "b", "c")
    assert "vladimir-putin" in ids(a.result) and "cairo" in ids(c.result)
    assert b.error.code == grpc.StatusCode.INVALID_ARGUMENT.value[0], b
    bad = error_details_pb2.BadRequest()
    assert any(detail.Unpack(bad) for detail in b.error.details) and bad.field_violations[0].field == "document.text", b


def deadline():
    try:
        service.ExtractEntities(request(read("emoji.txt") * 2500), timeout=0.005)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.DEADLINE_EXCEEDED, error
    else:
        raise AssertionError("answered within 5 ms")
    assert service.ExtractEntities(request("بوتين"), timeout=10).entities


def bad_request():
    code, details = refusal(
        lambda: service.ExtractEntities(extraction_pb2.ExtractEntitiesRequest(document={"text": "نص", "publish_date": "4/7/2024"}, min_confidence=2))
    )
    assert code == grpc.StatusCode.INVALID_ARGUMENT, code
    fields = [violation.field for violation in details[error_details_pb2.BadRequest].field_violations]
    assert fields == ["document.publish_date", "min_confidence"], fields


def error_info():
    _, details = refusal(lambda: service.SummarizeSummit(summit_pb2.SummarizeSummitRequest()))
    info = details[error_details_pb2.ErrorInfo]
    assert (info.reason, info.domain) == ("INVALID_REQUEST", "qimma.v1"), info


def large_answer():
    text = "بوتين، أستانا، " * (MIB // len("بوتين، أستانا، ".encode()))
    answer = service.ExtractEntities(request(text))
    assert answer.ByteSize() > 4 * MIB, answer.ByteSize()


def summit():
    text = read("summit.txt")
    documents = [
        document_pb2.Document(id="a", text=text, publish_date="2024-05-16"),
        document_pb2.Document(id="b", text="ارتفعت أسعار الذهب اليوم."),
    ]
    answer = service.SummarizeSummit(summit_pb2.SummarizeSummitRequest(documents=documents, offset_encoding=UTF32))
    (found,) = answer.summits
    assert (found.organizer.entity_id, found.ordinal, found.start_date) == ("arab-league", 33, "2024-05-16"), found
    assert answer.unassigned_document_ids == ["b"], answer
    for participant in found.participants:
        for evidence in participant.evidence:
            assert text[evidence.span.begin : evidence.span.end] == evidence.text, evidence
    for sentence in found.summary_sentences:
        summary = found.summary_ar if sentence.language == "ar" else found.summary_en
        assert summary[sentence.span.begin : sentence.span.end].strip(), sentence


def main():
    checks = {
        "unary": unary,
        **{
            f"offsets in {name}": lambda name=name, wanted=wanted: offsets(name, set(wanted.split()))
            for name, wanted in (line.split("\t") for line in read("ids.tsv").splitlines())
        },
        "stream": stream,
        "deadline": deadline,
        "BadRequest": bad_request,
        "ErrorInfo": error_info,
        "large answer": large_answer,
        "SummarizeSummit": summit,
    }
    failed = 0
    for name, check in checks.items():
        try:
            check()
            print(f"ok  python: {name}")
        except Exception as error:
            failed += 1
            print(f"FAILED  python: {name}: {error!r}")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
