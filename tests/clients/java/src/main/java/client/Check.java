package client;

import com.google.gson.Gson;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import qimma.v1.Document;
import qimma.v1.Entity;
import qimma.v1.ExtractEntitiesRequest;
import qimma.v1.ExtractEntitiesResponse;
import qimma.v1.ExtractionServiceGrpc;
import qimma.v1.OffsetEncoding;
import qimma.v1.Span;
import qimma.v1.StreamExtractEntitiesRequest;
import qimma.v1.StreamExtractEntitiesResponse;
import qimma.v1.SummarizeSummitRequest;

/** What a Java caller needs, checked against a server. Run it in tests/clients/java. Its last line is "N passed, N failed". */
public final class Check {
  private static final Path CLIENTS = Path.of("..");
  private static final int MIB = 1 << 20;
  // Offsets as Java's strings count: in UTF-16 units.
  private static final OffsetEncoding UTF16 = OffsetEncoding.OFFSET_ENCODING_UTF16;

  private final ManagedChannel channel;
  private final ExtractionServiceGrpc.ExtractionServiceBlockingStub service;

  private interface Body {
    void run() throws Exception;
  }

  private record One(String name, Body body) {}

  private record Slice(String piece, String said) {}

  private Check(ManagedChannel channel) {
    this.channel = channel;
    this.service = ExtractionServiceGrpc.newBlockingStub(channel);
  }

  public static void main(String[] arguments) throws Exception {
    var config = new Gson().fromJson(Files.readString(CLIENTS.resolve("../../deploy/service_config.json")), Map.class);
    @SuppressWarnings("unchecked")
    var channel = Grpc.newChannelBuilder(arguments.length > 0 ? arguments[0] : "127.0.0.1:50051", InsecureChannelCredentials.create())
        // Timeouts, retries and balancing.
        .defaultServiceConfig((Map<String, ?>) config)
        // An answer may be larger than the 4 MiB that gRPC allows by itself.
        .maxInboundMessageSize(64 * MIB)
        .build();
    var failed = new Check(channel).run();
    channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    System.exit(failed == 0 ? 0 : 1);
  }

  private int run() throws IOException {
    var checks = new ArrayList<One>();
    checks.add(new One("unary", this::unary));
    for (var line : read("ids.tsv").lines().toList()) {
      var columns = line.split("\t");
      checks.add(new One("offsets in " + columns[0], () -> offsets(columns[0], List.of(columns[1].split(" ")))));
    }
    checks.add(new One("stream", this::stream));
    checks.add(new One("deadline", this::deadline));
    checks.add(new One("BadRequest", this::badRequest));
    checks.add(new One("ErrorInfo", this::errorInfo));
    checks.add(new One("large answer", this::largeAnswer));
    checks.add(new One("SummarizeSummit", this::summit));
    var failed = 0;
    for (var check : checks) {
      try {
        check.body.run();
        System.out.println("ok  java: " + check.name);
      } catch (Exception | AssertionError error) {
        failed++;
        System.out.println("FAILED  java: " + check.name + ": " + error);
      }
    }
    System.out.println(checks.size() - failed + " passed, " + failed + " failed");
    return failed;
  }

  private void unary() throws IOException {
    var answer = service.extractEntities(request(read("emoji.txt"), UTF16));
    hold(ids(answer).contains("vladimir-putin") && answer.getLanguageSupported() && answer.getDocumentId().equals("a"), answer);
  }

  private void offsets(String name, List<String> wanted) throws IOException {
    var text = read(name + ".txt");
    var answer = service.extractEntities(request(text, UTF16));
    hold(ids(answer).containsAll(wanted), ids(answer));
    for (var slice : slices(text, answer)) {
      hold(slice.piece.equals(slice.said), slice);
    }
    // The text is such that another unit would not do.
    var other = service.extractEntities(request(text, OffsetEncoding.OFFSET_ENCODING_UTF8));
    hold(slices(text, other).stream().anyMatch(slice -> !slice.piece.equals(slice.said)), "byte spans fit UTF-16 units");
  }

  private void stream() throws Exception {
    var all = new CompletableFuture<List<StreamExtractEntitiesResponse>>();
    var got = new ArrayList<StreamExtractEntitiesResponse>();
    var call = ExtractionServiceGrpc.newStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS)
        .streamExtractEntities(new StreamObserver<StreamExtractEntitiesResponse>() {
          @Override
          public void onNext(StreamExtractEntitiesResponse answer) {
            got.add(answer);
          }

          @Override
          public void onError(Throwable error) {
            all.completeExceptionally(error);
          }

          @Override
          public void onCompleted() {
            all.complete(got);
          }
        });
    for (var document : List.of(document("a", read("emoji.txt")), document("b", ""), document("c", read("marks.txt")))) {
      call.onNext(StreamExtractEntitiesRequest.newBuilder().setDocument(document).build());
    }
    call.onCompleted();
    var answers = all.get(15, TimeUnit.SECONDS);
    hold(answers.stream().map(StreamExtractEntitiesResponse::getDocumentId).toList().equals(List.of("a", "b", "c")), answers);
    hold(ids(answers.get(0).getResult()).contains("vladimir-putin"), answers.get(0));
    hold(ids(answers.get(2).getResult()).contains("cairo"), answers.get(2));
    var error = answers.get(1).getError();
    hold(error.getCode() == Code.INVALID_ARGUMENT.value() && fields(error).equals(List.of("document.text")), error);
  }

  private void deadline() throws IOException {
    var text = read("emoji.txt").repeat(2500);
    try {
      service.withDeadlineAfter(5, TimeUnit.MILLISECONDS).extractEntities(request(text, UTF16));
      throw new AssertionError("answered within 5 ms");
    } catch (StatusRuntimeException error) {
      hold(error.getStatus().getCode() == Code.DEADLINE_EXCEEDED, error);
    }
    hold(service.extractEntities(request("بوتين", UTF16)).getEntitiesCount() > 0, "nothing found");
  }

  private void badRequest() throws Exception {
    var bad = ExtractEntitiesRequest.newBuilder()
        .setDocument(Document.newBuilder().setText("نص").setPublishDate("4/7/2024"))
        .setMinConfidence(2)
        .build();
    var status = refusal(() -> service.extractEntities(bad));
    hold(status.getCode() == Code.INVALID_ARGUMENT.value(), status);
    hold(fields(status).equals(List.of("document.publish_date", "min_confidence")), status);
  }

  private void errorInfo() throws Exception {
    var status = refusal(() -> service.summarizeSummit(SummarizeSummitRequest.getDefaultInstance()));
    for (var detail : status.getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        var info = detail.unpack(ErrorInfo.class);
        hold(info.getReason().equals("INVALID_REQUEST") && info.getDomain().equals("qimma.v1"), info);
        return;
      }
    }
    throw new AssertionError("no ErrorInfo: " + status);
  }

  private void largeAnswer() {
    var piece = "بوتين، أستانا، ";
    var text = piece.repeat(MIB / piece.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    var size = service.extractEntities(request(text, UTF16)).getSerializedSize();
    hold(size > 4 * MIB, size);
  }

  private void summit() throws IOException {
    var text = read("summit.txt");
    var answer = service.summarizeSummit(SummarizeSummitRequest.newBuilder()
        .addDocuments(document("a", text).toBuilder().setPublishDate("2024-05-16"))
        .addDocuments(document("b", "ارتفعت أسعار الذهب اليوم."))
        .setOffsetEncoding(UTF16)
        .build());
    hold(answer.getSummitsCount() == 1 && answer.getUnassignedDocumentIdsList().equals(List.of("b")), answer);
    var found = answer.getSummits(0);
    hold(found.getOrganizer().getEntityId().equals("arab-league") && found.getOrdinal() == 33, found);
    hold(found.getStartDate().equals("2024-05-16") && found.getParticipantsCount() > 0, found);
    for (var participant : found.getParticipantsList()) {
      for (var evidence : participant.getEvidenceList()) {
        hold(slice(text, evidence.getSpan()).equals(evidence.getText()), evidence);
      }
    }
  }

  private static Document document(String id, String text) {
    return Document.newBuilder().setId(id).setText(text).build();
  }

  private static ExtractEntitiesRequest request(String text, OffsetEncoding encoding) {
    return ExtractEntitiesRequest.newBuilder().setDocument(document("a", text)).setOffsetEncoding(encoding).build();
  }

  private static List<String> ids(ExtractEntitiesResponse answer) {
    return answer.getEntitiesList().stream().map(Entity::getId).toList();
  }

  private static String slice(String text, Span span) {
    return text.substring(Math.min(span.getBegin(), text.length()), Math.min(span.getEnd(), text.length()));
  }

  /** What the text holds at each span, beside what the server says it holds. */
  private static List<Slice> slices(String text, ExtractEntitiesResponse answer) {
    var slices = new ArrayList<Slice>();
    for (var entity : answer.getEntitiesList()) {
      entity.getMentionsList().forEach(mention -> slices.add(new Slice(slice(text, mention.getSpan()), mention.getText())));
      entity.getPositionsList().forEach(position -> slices.add(new Slice(slice(text, position.getSpan()), position.getTitle())));
    }
    return slices;
  }

  private static Status refusal(Runnable call) {
    try {
      call.run();
    } catch (StatusRuntimeException error) {
      return StatusProto.fromThrowable(error);
    }
    throw new AssertionError("the call was not refused");
  }

  private static List<String> fields(Status status) throws InvalidProtocolBufferException {
    for (Any detail : status.getDetailsList()) {
      if (detail.is(BadRequest.class)) {
        return detail.unpack(BadRequest.class).getFieldViolationsList().stream().map(BadRequest.FieldViolation::getField).toList();
      }
    }
    return List.of();
  }

  private static void hold(boolean holds, Object what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private static String read(String name) throws IOException {
    return Files.readString(CLIENTS.resolve("texts").resolve(name));
  }
}
