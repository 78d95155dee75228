// Calls the operations of a scenario, in order, through the client that was generated, and prints the answers.
package main

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
)

type call struct {
	Operation string
	Path      map[string]json.RawMessage
	Body      json.RawMessage
	Schema    string
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
	var token string
	var answers []answer
	for _, one := range given.Calls {
		result := send(os.Args[1], one, token)
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

// What a typed value is in JSON.
func plain(typed any) any {
	text, err := json.Marshal(typed)
	check(err)
	var value any
	// A null is the empty text in Go.
	if string(text) != `""` {
		check(json.Unmarshal(text, &value))
	}
	return value
}

// A value of the type, as a client would write it.
func read(text json.RawMessage, kind reflect.Type) reflect.Value {
	value := reflect.New(kind)
	check(json.Unmarshal(text, value.Interface()))
	return value.Elem()
}

func upper(name string) string {
	return strings.ToUpper(name[:1]) + name[1:]
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
