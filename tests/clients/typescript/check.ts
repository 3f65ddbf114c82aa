// What a TypeScript caller needs, checked against a server: node out/check.js [ADDRESS]. Its last line is "N passed, N failed".

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { BadRequest, ErrorInfo } from "./gen/google/rpc/error_details.js";
import { Status } from "./gen/google/rpc/status.js";
import { OffsetEncoding } from "./gen/qimma/v1/document.js";
import { ExtractEntitiesRequest, ExtractEntitiesResponse, type StreamExtractEntitiesResponse, StreamExtractEntitiesRequest } from "./gen/qimma/v1/extraction.js";
import { ExtractionServiceClient } from "./gen/qimma/v1/extraction_service.js";
import { SummarizeSummitRequest, type SummarizeSummitResponse } from "./gen/qimma/v1/summit.js";

const CLIENTS = new URL("../../", import.meta.url);
const MIB = 1 << 20;

const service = new ExtractionServiceClient(process.argv[2] ?? "127.0.0.1:50051", credentials.createInsecure(), {
  // Timeouts, retries and balancing.
  "grpc.service_config": readFileSync(new URL("../../deploy/service_config.json", CLIENTS), "utf8"),
  // An answer may be larger than the 4 MiB that gRPC allows by itself.
  "grpc.max_receive_message_length": 64 * MIB,
});

const read = (name: string) => readFileSync(new URL(`texts/${name}`, CLIENTS), "utf8");

// Offsets as JavaScript's strings count: in UTF-16 units.
const request = (text: string, offsetEncoding = OffsetEncoding.OFFSET_ENCODING_UTF16) =>
  ExtractEntitiesRequest.fromPartial({ document: { id: "a", text }, offsetEncoding });

const extract = (request: ExtractEntitiesRequest, milliseconds = 10_000) =>
  new Promise<ExtractEntitiesResponse>((resolve, reject) =>
    service.extractEntities(request, new Metadata(), { deadline: Date.now() + milliseconds }, (error, answer) => (error ? reject(error) : resolve(answer))),
  );

const summarize = (request: SummarizeSummitRequest) =>
  new Promise<SummarizeSummitResponse>((resolve, reject) =>
    service.summarizeSummit(request, (error, answer) => (error ? reject(error) : resolve(answer))),
  );

const ids = (answer?: ExtractEntitiesResponse) => answer?.entities.map((entity) => entity.id) ?? [];

/** What the text holds at each span, beside what the server says it holds. */
function slices(text: string, answer: ExtractEntitiesResponse): [string, string][] {
  const marked = answer.entities.flatMap((entity) => [
    ...entity.mentions.map(({ span, text }) => ({ span, said: text })),
    ...entity.positions.map(({ span, title }) => ({ span, said: title })),
  ]);
  return marked.map(({ span, said }) => [text.slice(span!.begin, span!.end), said]);
}

/** The status a call ends in, with its details. */
async function refusal(call: Promise<unknown>) {
  const error = (await call.then(
    () => assert.fail("the call was not refused"),
    (error) => error,
  )) as ServiceError;
  const [bytes] = error.metadata.get("grpc-status-details-bin");
  return { code: error.code, ...details(Status.decode(bytes as Buffer)) };
}

function details(status: Status) {
  const find = (name: string) => status.details.find(({ typeUrl }) => typeUrl === `type.googleapis.com/google.rpc.${name}`)?.value;
  const bad = find("BadRequest");
  const info = find("ErrorInfo");
  return { fields: bad && BadRequest.decode(bad).fieldViolations.map(({ field }) => field), info: info && ErrorInfo.decode(info) };
}

async function unary() {
  const answer = await extract(request(read("emoji.txt")));
  assert(ids(answer).includes("vladimir-putin"));
  assert(answer.languageSupported);
  assert.equal(answer.documentId, "a");
}

async function offsets(name: string, wanted: string[]) {
  const text = read(`${name}.txt`);
  const answer = await extract(request(text));
  for (const id of wanted) assert(ids(answer).includes(id), `${id} is missing`);
  for (const [piece, said] of slices(text, answer)) assert.equal(piece, said);
  // The text is such that another unit would not do.
  const other = await extract(request(text, OffsetEncoding.OFFSET_ENCODING_UTF8));
  assert(slices(text, other).some(([piece, said]) => piece !== said), "byte spans fit UTF-16 units");
}

async function stream() {
  const call = service.streamExtractEntities();
  const documents = [{ id: "a", text: read("emoji.txt") }, { id: "b", text: "" }, { id: "c", text: read("marks.txt") }];
  for (const document of documents) call.write(StreamExtractEntitiesRequest.fromPartial({ document }));
  call.end();
  const answers: StreamExtractEntitiesResponse[] = [];
  for await (const answer of call) answers.push(answer);
  const [a, b, c] = answers;
  assert.deepEqual(answers.map((answer) => answer.documentId), ["a", "b", "c"]);
  assert(ids(a.result).includes("vladimir-putin"));
  assert(ids(c.result).includes("cairo"));
  assert.equal(b.error?.code, status.INVALID_ARGUMENT);
  assert.deepEqual(details(b.error!).fields, ["document.text"]);
}

async function deadline() {
  const error = await extract(request(read("emoji.txt").repeat(2500)), 5).then(
    () => assert.fail("answered within 5 ms"),
    (error) => error,
  );
  assert.equal(error.code, status.DEADLINE_EXCEEDED);
  assert((await extract(request("بوتين"))).entities.length > 0);
}

async function badRequest() {
  const bad = ExtractEntitiesRequest.fromPartial({ document: { text: "نص", publishDate: "4/7/2024" }, minConfidence: 2 });
  const { code, fields } = await refusal(extract(bad));
  assert.equal(code, status.INVALID_ARGUMENT);
  assert.deepEqual(fields, ["document.publish_date", "min_confidence"]);
}

async function errorInfo() {
  const { info } = await refusal(summarize(SummarizeSummitRequest.create()));
  assert.equal(info?.reason, "INVALID_REQUEST");
  assert.equal(info?.domain, "qimma.v1");
}

async function largeAnswer() {
  const piece = "بوتين، أستانا، ";
  const answer = await extract(request(piece.repeat(Math.floor(MIB / Buffer.byteLength(piece)))));
  assert(ExtractEntitiesResponse.encode(answer).finish().length > 4 * MIB);
}

async function summit() {
  const text = read("summit.txt");
  const answer = await summarize(
    SummarizeSummitRequest.fromPartial({
      documents: [{ id: "a", text, publishDate: "2024-05-16" }, { id: "b", text: "ارتفعت أسعار الذهب اليوم." }],
      offsetEncoding: OffsetEncoding.OFFSET_ENCODING_UTF16,
    }),
  );
  assert.equal(answer.summits.length, 1);
  assert.deepEqual(answer.unassignedDocumentIds, ["b"]);
  const [found] = answer.summits;
  assert.deepEqual([found.organizer?.entityId, found.ordinal, found.startDate], ["arab-league", 33, "2024-05-16"]);
  const evidence = found.participants.flatMap((participant) => participant.evidence);
  assert(evidence.length > 0);
  for (const { span, text: said } of evidence) assert.equal(text.slice(span!.begin, span!.end), said);
}

const texts = read("ids.tsv").trim().split("\n").map((line) => line.split("\t"));
const checks: [string, () => Promise<void>][] = [
  ["unary", unary],
  ...texts.map(([name, wanted]): [string, () => Promise<void>] => [`offsets in ${name}`, () => offsets(name, wanted.split(" "))]),
  ["stream", stream],
  ["deadline", deadline],
  ["BadRequest", badRequest],
  ["ErrorInfo", errorInfo],
  ["large answer", largeAnswer],
  ["SummarizeSummit", summit],
];
let failed = 0;
for (const [name, check] of checks) {
  try {
    await check();
    console.log(`ok  typescript: ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  typescript: ${name}: ${error}`);
  }
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
service.close();
process.exitCode = failed ? 1 : 0;
