package main

import (
	"context"
	"encoding/json"
	"net/http"
	"reflect"
	"strings"

	"quintet.invalid/client/generated"
)

func send(origin string, one call, token string) answer {
	configuration := generated.NewConfiguration()
	configuration.Servers = generated.ServerConfigurations{{URL: origin}}
	request := operation(generated.NewAPIClient(configuration), upper(one.Operation))
	input := []reflect.Value{reflect.ValueOf(authorized(token))}
	for _, value := range one.Path {
		input = append(input, read(value, request.Type().In(len(input))))
	}
	built := request.Call(input)[0]
	for name, value := range parts(one) {
		set := built.MethodByName(upper(name))
		built = set.Call([]reflect.Value{read(value, set.Type().In(0))})[0]
	}
	output := built.MethodByName("Execute").Call(nil)
	status := output[len(output)-2].Interface().(*http.Response).StatusCode
	if err, ok := output[len(output)-1].Interface().(error); ok {
		refusal, ok := err.(*generated.GenericOpenAPIError)
		if !ok || refusal.Model() == nil {
			check(err)
		}
		return answer{status, plain(refusal.Model())}
	}
	return answer{status, plain(decoded(output[0]))}
}

// A bare JSON string is answered as it came, with its quotes.
func decoded(result reflect.Value) any {
	if result.Kind() != reflect.String {
		return result.Interface()
	}
	var text string
	check(json.Unmarshal([]byte(result.String()), &text))
	return text
}

// The method of one of the client's APIs.
func operation(client *generated.APIClient, name string) reflect.Value {
	apis := reflect.ValueOf(client).Elem()
	for index := 0; index < apis.NumField(); index++ {
		if !strings.HasSuffix(apis.Type().Field(index).Name, "API") {
			continue
		}
		if method := apis.Field(index).MethodByName(name); method.IsValid() {
			return method
		}
	}
	panic("no API has " + name)
}

func authorized(token string) context.Context {
	if token == "" {
		return context.Background()
	}
	return context.WithValue(context.Background(), generated.ContextAccessToken, token)
}

// What is sent: the fields of a form, or the body as the one value of its schema's name.
func parts(one call) map[string]json.RawMessage {
	named := map[string]json.RawMessage{}
	if one.Form {
		check(json.Unmarshal(one.Body, &named))
	} else if one.Body != nil {
		named[one.Schema] = one.Body
	}
	return named
}
