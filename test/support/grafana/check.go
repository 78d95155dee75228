// Reads a dashboard strictly, as Grafana's schema has it: an unknown, missing or wrong field ends it with 1.
package main

import (
	"fmt"
	"os"

	"github.com/grafana/grafana-foundation-sdk/go/cog/plugins"
	"github.com/grafana/grafana-foundation-sdk/go/dashboard"
)

func main() {
	plugins.RegisterDefaultPlugins()
	text, err := os.ReadFile(os.Args[1])
	endIf(err)
	var read dashboard.Dashboard
	endIf(read.UnmarshalJSONStrict(text))
	endIf(read.Validate())
}

// An empty list of errors is an error without text.
func endIf(err error) {
	if err != nil && err.Error() != "" {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
