package client;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import qimma.v1.Document;
import qimma.v1.ExtractEntitiesRequest;
import qimma.v1.ExtractionServiceGrpc;
import qimma.v1.OffsetEncoding;

/** A client, while {@code qimma serve} runs. */
public final class Client {
  public static void main(String[] arguments) {
    var text = "زار الرئيس الروسي فلاديمير بوتين العاصمة الكازاخستانية أستانا يوم الخميس 4 يوليو/تموز 2024";
    var channel = Grpc.newChannelBuilder("127.0.0.1:50051", InsecureChannelCredentials.create()).build();
    var request = ExtractEntitiesRequest.newBuilder()
        .setDocument(Document.newBuilder().setText(text))
        .setOffsetEncoding(OffsetEncoding.OFFSET_ENCODING_UTF16)
        .build();
    var answer = ExtractionServiceGrpc.newBlockingStub(channel).extractEntities(request);
    for (var entity : answer.getEntitiesList()) {
      var span = entity.getMentions(0).getSpan();
      System.out.println(entity.getType() + " " + entity.getId() + " " + text.substring(span.getBegin(), span.getEnd()));
    }
    channel.shutdown();
  }
}
