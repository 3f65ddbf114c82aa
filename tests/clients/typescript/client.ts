import { credentials } from "@grpc/grpc-js";
import { OffsetEncoding } from "./gen/qimma/v1/document.js";
import { entityTypeToJSON } from "./gen/qimma/v1/entity.js";
import { ExtractEntitiesRequest } from "./gen/qimma/v1/extraction.js";
import { ExtractionServiceClient } from "./gen/qimma/v1/extraction_service.js";

const text = "زار الرئيس الروسي فلاديمير بوتين العاصمة الكازاخستانية أستانا يوم الخميس 4 يوليو/تموز 2024";
const service = new ExtractionServiceClient("127.0.0.1:50051", credentials.createInsecure());
const request = ExtractEntitiesRequest.fromPartial({ document: { text }, offsetEncoding: OffsetEncoding.OFFSET_ENCODING_UTF16 });
service.extractEntities(request, (error, answer) => {
  if (error) throw error;
  for (const entity of answer.entities) {
    const { begin, end } = entity.mentions[0].span!;
    console.log(entityTypeToJSON(entity.type), entity.id, text.slice(begin, end));
  }
  service.close();
});
