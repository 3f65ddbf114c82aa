// Command check tries what a Go caller needs against a server: go run ./check [ADDRESS], in the folder above. Its last line is "N passed, N failed".
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	qimma "example.com/client/gen/qimma/v1"
)

const mib = 1 << 20

type check struct {
	name string
	run  func(context.Context) error
}

var service qimma.ExtractionServiceClient

func main() {
	address := "127.0.0.1:50051"
	if len(os.Args) > 1 {
		address = os.Args[1]
	}
	config, err := os.ReadFile("../../../deploy/service_config.json")
	if err != nil {
		log.Fatal(err)
	}
	connection, err := grpc.NewClient(address,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		// Timeouts, retries and balancing.
		grpc.WithDefaultServiceConfig(string(config)),
		// An answer may be larger than the 4 MiB that gRPC allows by itself.
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(64*mib)))
	if err != nil {
		log.Fatal(err)
	}
	service = qimma.NewExtractionServiceClient(connection)

	checks := []check{{"unary", unary}}
	for line := range strings.Lines(read("ids.tsv")) {
		name, wanted, _ := strings.Cut(strings.TrimSpace(line), "\t")
		checks = append(checks, check{"offsets in " + name, func(ctx context.Context) error { return offsets(ctx, name, strings.Fields(wanted)) }})
	}
	checks = append(checks,
		check{"stream", stream}, check{"deadline", deadline}, check{"BadRequest", badRequest},
		check{"ErrorInfo", errorInfo}, check{"large answer", largeAnswer}, check{"SummarizeSummit", summit})
	failed := 0
	for _, one := range checks {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		if err := one.run(ctx); err != nil {
			failed++
			fmt.Printf("FAILED  go: %s: %v\n", one.name, err)
		} else {
			fmt.Printf("ok  go: %s\n", one.name)
		}
		cancel()
	}
	fmt.Printf("%d passed, %d failed\n", len(checks)-failed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}

func unary(ctx context.Context) error {
	answer, err := service.ExtractEntities(ctx, request(read("emoji.txt")))
	if err != nil {
		return err
	}
	if !slices.Contains(ids(answer), "vladimir-putin") || !answer.LanguageSupported || answer.DocumentId != "a" {
		return fmt.Errorf("%v", answer)
	}
	return nil
}

func offsets(ctx context.Context, name string, wanted []string) error {
	text := read(name + ".txt")
	answer, err := service.ExtractEntities(ctx, request(text))
	if err != nil {
		return err
	}
	for _, id := range wanted {
		if !slices.Contains(ids(answer), id) {
			return fmt.Errorf("%s is missing", id)
		}
	}
	if bad := misfits(text, answer); len(bad) > 0 {
		return errors.New(bad[0])
	}
	// The text is such that another unit would not do.
	other := request(text)
	other.OffsetEncoding = qimma.OffsetEncoding_OFFSET_ENCODING_UTF32
	if answer, err = service.ExtractEntities(ctx, other); err != nil {
		return err
	}
	if len(misfits(text, answer)) == 0 {
		return errors.New("spans of code points fit bytes")
	}
	return nil
}

func stream(ctx context.Context) error {
	call, err := service.StreamExtractEntities(ctx)
	if err != nil {
		return err
	}
	for _, document := range []*qimma.Document{{Id: "a", Text: read("emoji.txt")}, {Id: "b"}, {Id: "c", Text: read("marks.txt")}} {
		if err := call.Send(&qimma.StreamExtractEntitiesRequest{Document: document}); err != nil {
			return err
		}
	}
	if err := call.CloseSend(); err != nil {
		return err
	}
	var answers []*qimma.StreamExtractEntitiesResponse
	for {
		answer, err := call.Recv()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		answers = append(answers, answer)
	}
	if len(answers) != 3 || answers[0].DocumentId != "a" || answers[1].DocumentId != "b" || answers[2].DocumentId != "c" {
		return fmt.Errorf("%v", answers)
	}
	if !slices.Contains(ids(answers[0].GetResult()), "vladimir-putin") || !slices.Contains(ids(answers[2].GetResult()), "cairo") {
		return fmt.Errorf("%v", answers)
	}
	refused := status.FromProto(answers[1].GetError())
	if refused.Code() != codes.InvalidArgument {
		return refused.Err()
	}
	return violations(refused, "document.text")
}

func deadline(ctx context.Context) error {
	short, cancel := context.WithTimeout(ctx, 5*time.Millisecond)
	defer cancel()
	_, err := service.ExtractEntities(short, request(strings.Repeat(read("emoji.txt"), 2500)))
	if status.Code(err) != codes.DeadlineExceeded {
		return fmt.Errorf("not a passed deadline: %v", err)
	}
	_, err = service.ExtractEntities(ctx, request("بوتين"))
	return err
}

func badRequest(ctx context.Context) error {
	_, err := service.ExtractEntities(ctx, &qimma.ExtractEntitiesRequest{
		Document:      &qimma.Document{Text: "نص", PublishDate: "4/7/2024"},
		MinConfidence: 2,
	})
	if status.Code(err) != codes.InvalidArgument {
		return fmt.Errorf("not refused: %v", err)
	}
	return violations(status.Convert(err), "document.publish_date", "min_confidence")
}

func errorInfo(ctx context.Context) error {
	_, err := service.SummarizeSummit(ctx, &qimma.SummarizeSummitRequest{})
	for _, detail := range status.Convert(err).Details() {
		if info, ok := detail.(*errdetails.ErrorInfo); ok && info.Reason == "INVALID_REQUEST" && info.Domain == "qimma.v1" {
			return nil
		}
	}
	return fmt.Errorf("no such ErrorInfo: %v", err)
}

func largeAnswer(ctx context.Context) error {
	piece := "بوتين، أستانا، "
	answer, err := service.ExtractEntities(ctx, request(strings.Repeat(piece, mib/len(piece))))
	if err == nil && proto.Size(answer) <= 4*mib {
		err = fmt.Errorf("only %d bytes", proto.Size(answer))
	}
	return err
}

func summit(ctx context.Context) error {
	text := read("summit.txt")
	answer, err := service.SummarizeSummit(ctx, &qimma.SummarizeSummitRequest{Documents: []*qimma.Document{
		{Id: "a", Text: text, PublishDate: "2024-05-16"},
		{Id: "b", Text: "ارتفعت أسعار الذهب اليوم."},
	}})
	if err != nil {
		return err
	}
	if len(answer.Summits) != 1 || !slices.Equal(answer.UnassignedDocumentIds, []string{"b"}) {
		return fmt.Errorf("%v", answer)
	}
	found := answer.Summits[0]
	if found.Organizer.GetEntityId() != "arab-league" || found.Ordinal != 33 || found.StartDate != "2024-05-16" || len(found.Participants) == 0 {
		return fmt.Errorf("%v", found)
	}
	for _, participant := range found.Participants {
		for _, evidence := range participant.Evidence {
			if piece := text[evidence.Span.Begin:evidence.Span.End]; piece != evidence.Text {
				return fmt.Errorf("%q is not %q", piece, evidence.Text)
			}
		}
	}
	return nil
}

func request(text string) *qimma.ExtractEntitiesRequest {
	// Go's strings are bytes, which is what spans count by default.
	return &qimma.ExtractEntitiesRequest{Document: &qimma.Document{Id: "a", Text: text}}
}

func ids(answer *qimma.ExtractEntitiesResponse) []string {
	var found []string
	for _, entity := range answer.GetEntities() {
		found = append(found, entity.Id)
	}
	return found
}

// misfits lists the spans that do not hold what the server says they hold.
func misfits(text string, answer *qimma.ExtractEntitiesResponse) []string {
	var bad []string
	compare := func(span *qimma.Span, said string) {
		if piece := text[span.GetBegin():span.GetEnd()]; piece != said {
			bad = append(bad, fmt.Sprintf("%q is not %q", piece, said))
		}
	}
	for _, entity := range answer.Entities {
		for _, mention := range entity.Mentions {
			compare(mention.Span, mention.Text)
		}
		for _, position := range entity.Positions {
			compare(position.Span, position.Title)
		}
	}
	return bad
}

// violations fails unless the status says that these fields, and no others, are wrong.
func violations(refused *status.Status, fields ...string) error {
	var found []string
	for _, detail := range refused.Details() {
		if bad, ok := detail.(*errdetails.BadRequest); ok {
			for _, violation := range bad.FieldViolations {
				found = append(found, violation.Field)
			}
		}
	}
	if !slices.Equal(found, fields) {
		return fmt.Errorf("violations of %v, not of %v", found, fields)
	}
	return nil
}

func read(name string) string {
	text, err := os.ReadFile(filepath.Join("../texts", name))
	if err != nil {
		log.Fatal(err)
	}
	return string(text)
}
