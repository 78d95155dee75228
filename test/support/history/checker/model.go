package main

import (
	"fmt"

	"github.com/anishathalye/porcupine"
)

// An account, as all of its clients see it at one moment.
type account struct {
	removed, banned bool
	role, password  int
	// A bit for each token that can be used, by its number.
	live [4]uint64
}

func (a account) holds(token int) bool {
	return !a.removed && !a.banned && a.live[token/64]&(1<<(token%64)) != 0
}

func (a account) with(token int) account {
	a.live[token/64] |= 1 << (token % 64)
	return a
}

func (a account) without(token int) account {
	a.live[token/64] &^= 1 << (token % 64)
	return a
}

func (a account) none() account {
	a.live = [4]uint64{}
	return a
}

// Without all tokens but this one, which does not hold again where it has ended.
func (a account) keeping(token int) account {
	if !a.holds(token) {
		return a.none()
	}
	return a.none().with(token)
}

// What a request asks for. A request without an answer has the outcome "unknown".
type request struct {
	Op, Out string
	// The token that it is sent with, and the one that it is answered with.
	Token, Next int
	// The password or the role that it names; the role that "me" is answered with.
	Value int
}

// For each operation the outcomes that an account may give, and what each leaves of it.
var outcomes = map[string]func(account, request) (string, account){
	"login": func(a account, r request) (string, account) {
		switch {
		case a.removed || a.password != r.Value:
			return "refused", a
		case a.banned:
			return "banned", a
		}
		return "ok", a.with(r.Next)
	},
	"me": func(a account, r request) (string, account) {
		if !a.holds(r.Token) {
			return "ended", a
		}
		if r.Out == "ok" && r.Value != a.role {
			return "another role", a
		}
		return "ok", a
	},
	// Who has role 0 has no right to it.
	"list": func(a account, r request) (string, account) {
		switch {
		case !a.holds(r.Token):
			return "ended", a
		case a.role == 0:
			return "forbidden", a
		}
		return "ok", a
	},
	"ban":    administered(func(a account, _ request) account { a.banned = true; return a.none() }),
	"unban":  administered(func(a account, _ request) account { a.banned = false; return a }),
	"role":   administered(func(a account, r request) account { a.role = r.Value; return a }),
	"all":    administered(func(a account, _ request) account { return a.none() }),
	"remove": administered(func(a account, _ request) account { a.removed = true; return a.none() }),
	// What its owner does with a token is two steps, both between the sending of the request and its answer: the token is
	// checked, and then the request takes effect. In between another request may have ended the token.
	"check":  owned(func(a account, _ request) account { return a }),
	"logout": effect(func(a account, r request) account { return a.without(r.Token) }),
	"others": effect(func(a account, r request) account { return a.keeping(r.Token) }),
	"password": func(a account, r request) (string, account) {
		if a.removed || a.password != r.Value {
			return "refused", a
		}
		a.password = 1 - r.Value
		return "ok", a.keeping(r.Token)
	},
	// One step, which only one of two exchanges of a token does.
	"exchange": owned(func(a account, r request) account {
		if r.Out == "unknown" {
			return a.without(r.Token)
		}
		return a.without(r.Token).with(r.Next)
	}),
	// By whoever knows the password: ends all tokens.
	"reset": func(a account, r request) (string, account) {
		if a.password != r.Value {
			return "refused", a
		}
		a.password = 1 - r.Value
		return "ok", a.none()
	},
}

// What is done after the token was checked.
func effect(change func(account, request) account) func(account, request) (string, account) {
	return func(a account, r request) (string, account) { return "ok", change(a, r) }
}

// What an administrator does to an account that is not removed.
func administered(change func(account, request) account) func(account, request) (string, account) {
	return func(a account, r request) (string, account) {
		if a.removed {
			return "gone", a
		}
		return "ok", change(a, r)
	}
}

// What the owner does with a token that holds.
func owned(change func(account, request) account) func(account, request) (string, account) {
	return func(a account, r request) (string, account) {
		if !a.holds(r.Token) {
			return "ended", a
		}
		return "ok", change(a, r)
	}
}

var model = porcupine.Model{
	Init: func() any { return account{} },
	Step: func(state, input, _ any) (bool, any) {
		r := input.(request)
		out, next := outcomes[r.Op](state.(account), r)
		return r.Out == out || r.Out == "unknown", next
	},
	DescribeOperation: func(input, _ any) string {
		r := input.(request)
		return fmt.Sprintf("%s token %d value %d: %s %d", r.Op, r.Token, r.Value, r.Out, r.Next)
	},
}
