package main

import (
	"context"
	"net/http"
	"reflect"
	"strings"

	"quintet.invalid/client/generated"
)

// Sends requests, and keeps the status of the last response, which a typed answer does not have.
type sender struct {
	status int
}

func (s *sender) Do(request *http.Request) (*http.Response, error) {
	response, err := http.DefaultClient.Do(request)
	if err == nil {
		s.status = response.StatusCode
	}
	return response, err
}

type security struct {
	token string
}

func (s security) Bearer(context.Context, generated.OperationName) (generated.Bearer, error) {
	return generated.Bearer{Token: s.token}, nil
}

func send(origin string, one call, token string) answer {
	sent := &sender{}
	client, err := generated.NewClient(origin, security{token}, generated.WithClient(sent))
	check(err)
	method := reflect.ValueOf(client).MethodByName(upper(one.Operation))
	input := []reflect.Value{reflect.ValueOf(context.Background())}
	if one.Body != nil {
		input = append(input, read(one.Body, method.Type().In(len(input))))
	}
	if len(input) < method.Type().NumIn() {
		input = append(input, parameters(one, method.Type().In(len(input))))
	}
	output := method.Call(input)
	if err, ok := output[1].Interface().(error); ok {
		check(err)
	}
	return answer{sent.status, plain(body(output[0]))}
}

// A struct with a field for each parameter.
func parameters(one call, kind reflect.Type) reflect.Value {
	made := reflect.New(kind).Elem()
	for name, value := range one.Path {
		field := made.FieldByNameFunc(func(other string) bool {
			return strings.EqualFold(other, strings.ReplaceAll(name, "_", ""))
		})
		field.Set(read(value, field.Type()))
	}
	return made
}

// The body of an answer, which may have headers beside it.
func body(result reflect.Value) any {
	if result.Kind() == reflect.Interface {
		result = result.Elem()
	}
	if result.Kind() == reflect.Pointer && result.Elem().Kind() == reflect.Struct {
		if inner := result.Elem().FieldByName("Response"); inner.IsValid() {
			return inner.Addr().Interface()
		}
	}
	return result.Interface()
}
