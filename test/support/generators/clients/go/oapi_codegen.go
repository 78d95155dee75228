package main

import (
	"context"
	"fmt"
	"net/http"
	"reflect"

	"quintet.invalid/client/generated"
)

func send(origin string, one call, token string) answer {
	authorize := func(_ context.Context, request *http.Request) error {
		if token != "" {
			request.Header.Set("Authorization", "Bearer "+token)
		}
		return nil
	}
	client, err := generated.NewClientWithResponses(origin, generated.WithRequestEditorFn(authorize))
	check(err)
	name := upper(one.Operation)
	if one.Form {
		name += "WithFormdataBody"
	}
	method := reflect.ValueOf(client).MethodByName(name + "WithResponse")
	input := []reflect.Value{reflect.ValueOf(context.Background())}
	for _, value := range one.Path {
		input = append(input, read(value, method.Type().In(len(input))))
	}
	if one.Body != nil {
		input = append(input, read(one.Body, method.Type().In(len(input))))
	}
	for len(input) < method.Type().NumIn()-1 {
		input = append(input, reflect.Zero(method.Type().In(len(input))))
	}
	output := method.Call(input)
	if err, ok := output[1].Interface().(error); ok {
		check(err)
	}
	response := output[0].Elem()
	status := response.FieldByName("HTTPResponse").Interface().(*http.Response).StatusCode
	return answer{status, plain(response.FieldByName(fmt.Sprintf("JSON%d", status)).Interface())}
}
