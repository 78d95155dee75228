// Judges a history of requests: whether each account gave its answers as if the requests had reached it one after the other, each
// between its sending and its answer. Reads a JSON object a line from the file named by the first argument, prints a
// JSON object, and draws the first account that did not in the file named by the second.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"math"
	"os"
	"sort"
	"time"

	"github.com/anishathalye/porcupine"
)

const patience = 2 * time.Minute

// Operations whose token is checked before they take effect.
var checked = map[string]bool{"logout": true, "others": true, "password": true}

type line struct {
	request
	Account, Client int
	// Nanoseconds; no return where nobody knows whether it was done, and when.
	Call   int64
	Return *int64
}

type verdict struct {
	Operations int   `json:"operations"`
	Accounts   int   `json:"accounts"`
	Unknown    int   `json:"unknown"`
	Violated   []int `json:"violated"`
	// Accounts that took too long.
	Undecided []int `json:"undecided"`
}

func main() {
	histories, result := read(os.Args[1])
	accounts := make([]int, 0, len(histories))
	for account := range histories {
		accounts = append(accounts, account)
	}
	sort.Ints(accounts)
	for _, account := range accounts {
		found, info := porcupine.CheckOperationsVerbose(model, histories[account], patience)
		switch found {
		case porcupine.Illegal:
			if len(result.Violated) == 0 {
				must(porcupine.VisualizePath(model, info, os.Args[2]))
			}
			result.Violated = append(result.Violated, account)
		case porcupine.Unknown:
			result.Undecided = append(result.Undecided, account)
		}
	}
	result.Accounts = len(accounts)
	must(json.NewEncoder(os.Stdout).Encode(result))
}

func read(path string) (map[int][]porcupine.Operation, verdict) {
	file, err := os.Open(path)
	must(err)
	defer file.Close()
	histories := map[int][]porcupine.Operation{}
	result := verdict{Violated: []int{}, Undecided: []int{}}
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		var l line
		must(json.Unmarshal(scanner.Bytes(), &l))
		result.Operations++
		if l.Return == nil {
			result.Unknown++
		}
		histories[l.Account] = append(histories[l.Account], operationsOf(l)...)
	}
	return histories, result
}

func operationsOf(l line) []porcupine.Operation {
	one := porcupine.Operation{ClientId: l.Client, Input: l.request, Call: l.Call, Return: math.MaxInt64}
	if l.Return != nil {
		one.Return = *l.Return
	}
	if !checked[l.Op] {
		return []porcupine.Operation{one}
	}
	check := one
	check.Input = request{Op: "check", Out: l.Out, Token: l.Token}
	switch l.Out {
	case "ok":
		return []porcupine.Operation{check, one}
	case "ended":
		return []porcupine.Operation{check}
	}
	return []porcupine.Operation{one}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
