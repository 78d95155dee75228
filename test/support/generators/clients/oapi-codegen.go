// Calls the operations of a scenario, in order, through the client that was generated, and prints the answers.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"sort"

	"quintet.invalid/client/generated"
)

type call struct {
	Operation string
	Path      map[string]json.RawMessage
	Body      json.RawMessage
	Form      bool
}

type scenario struct {
	Calls []call
	Token []string
}

type answer struct {
	Status int `json:"status"`
	Body   any `json:"body"`
}

func main() {
	var given scenario
	text, err := os.ReadFile(os.Args[2])
	check(err)
	check(json.Unmarshal(text, &given))
	client, err := generated.NewClientWithResponses(os.Args[1])
	check(err)
	var token string
	var answers []answer
	for _, one := range given.Calls {
		result := send(client, one, token)
		if token == "" {
			found := result.Body
			for _, key := range given.Token {
				found = found.(map[string]any)[key]
			}
			token = found.(string)
		}
		answers = append(answers, result)
	}
	check(json.NewEncoder(os.Stdout).Encode(answers))
}

func send(client *generated.ClientWithResponses, one call, token string) answer {
	name := string(one.Operation[0]-'a'+'A') + one.Operation[1:]
	if one.Form {
		name += "WithFormdataBody"
	}
	method := reflect.ValueOf(client).MethodByName(name + "WithResponse")
	input := []reflect.Value{reflect.ValueOf(context.Background())}
	names := make([]string, 0)
	for name := range one.Path {
		names = append(names, name)
	}
	sort.Strings(names)
	for index := 1; index < method.Type().NumIn()-1; index++ {
		value := reflect.New(method.Type().In(index))
		if len(names) > 0 {
			check(json.Unmarshal(one.Path[names[0]], value.Interface()))
			names = names[1:]
		} else if one.Body != nil {
			check(json.Unmarshal(one.Body, value.Interface()))
		}
		input = append(input, value.Elem())
	}
	if token != "" {
		input = append(input, reflect.ValueOf(generated.RequestEditorFn(func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+token)
			return nil
		})))
	}
	output := method.Call(input)
	if err, ok := output[1].Interface().(error); ok {
		check(err)
	}
	response := output[0].Elem()
	status := response.FieldByName("HTTPResponse").Interface().(*http.Response).StatusCode
	typed := response.FieldByName(fmt.Sprintf("JSON%d", status))
	text, err := json.Marshal(typed.Interface())
	check(err)
	var body any
	// A null is the empty text in Go.
	if string(text) != `""` {
		check(json.Unmarshal(text, &body))
	}
	return answer{status, body}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
