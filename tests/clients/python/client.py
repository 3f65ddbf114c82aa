import grpc
from qimma.v1 import document_pb2, entity_pb2, extraction_pb2, extraction_service_pb2_grpc

text = "زار الرئيس الروسي فلاديمير بوتين العاصمة الكازاخستانية أستانا يوم الخميس 4 يوليو/تموز 2024"
service = extraction_service_pb2_grpc.ExtractionServiceStub(grpc.insecure_channel("127.0.0.1:50051"))
answer = service.ExtractEntities(
    extraction_pb2.ExtractEntitiesRequest(document={"text": text}, offset_encoding=document_pb2.OFFSET_ENCODING_UTF32))
for entity in answer.entities:
    span = entity.mentions[0].span
    print(entity_pb2.EntityType.Name(entity.type), entity.id, text[span.begin:span.end])
