package main

import (
	"context"
	"fmt"
	"log"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	qimma "example.com/client/gen/qimma/v1"
)

func main() {
	text := "زار الرئيس الروسي فلاديمير بوتين العاصمة الكازاخستانية أستانا يوم الخميس 4 يوليو/تموز 2024"
	connection, err := grpc.NewClient("127.0.0.1:50051", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	request := &qimma.ExtractEntitiesRequest{Document: &qimma.Document{Text: text}}
	answer, err := qimma.NewExtractionServiceClient(connection).ExtractEntities(context.Background(), request)
	if err != nil {
		log.Fatal(err)
	}
	for _, entity := range answer.Entities {
		span := entity.Mentions[0].Span
		fmt.Println(entity.Type, entity.Id, text[span.Begin:span.End])
	}
}
