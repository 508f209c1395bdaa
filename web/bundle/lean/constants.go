package lean

// constant is an expression in the runtime whose value is always the same in a page. It is replaced where
// it is read, not where it is set.
type constant struct {
	expression string // as gofmt writes it; with *. in front, whatever has such a field
	value      string
	except     []string // files in which it is something else, or all that a variable is there for
}

// constants are what the runtime asks for without need.
var constants = []constant{
	// Nobody traces the execution: that is begun by runtime/trace, which the program does not import.
	{expression: "traceEnabled()", value: "false"},
	{expression: "traceShuttingDown()", value: "false"},
	{expression: "traceAllocFreeEnabled()", value: "false"},
	{expression: "traceAcquire()", value: "(traceLocker{})"},
	{expression: "trace.ok()", value: "false"},

	// Nobody profiles: what does is in runtime/pprof, which the program does not import; the linker then
	// sets MemProfileRate to 0.
	{expression: "MemProfileRate", value: "0", except: []string{"runtime/mprof.go"}},
	{expression: "blockprofilerate", value: "0"},
	{expression: "goroutineProfile.active", value: "false"},
	{expression: "work.goroutineLeak.enabled", value: "false"},
	{expression: "work.goroutineLeak.pending.Load()", value: "false"},

	// There is no environment with a GODEBUG in it, and these are 0 by default. (runtime1.go sets others.)
	{expression: "debug.checkfinalizers", value: "int32(0)"},
	{expression: "debug.clobberfree", value: "int32(0)"},
	{expression: "debug.efence", value: "int32(0)"},
	{expression: "debug.gccheckmark", value: "int32(0)"},
	{expression: "debug.gcpacertrace", value: "int32(0)"},
	{expression: "debug.gcshrinkstackoff", value: "int32(0)"},
	{expression: "debug.gcstoptheworld", value: "int32(0)"},
	{expression: "debug.gctrace", value: "int32(0)"},
	{expression: "debug.inittrace", value: "int32(0)"},
	{expression: "debug.malloc", value: "false"}, // one of these that concern the allocation of memory
	{expression: "debug.sbrk", value: "int32(0)"},
	{expression: "debug.scavtrace", value: "int32(0)"},
	{expression: "debug.scheddetail", value: "int32(0)"},
	{expression: "debug.schedtrace", value: "int32(0)"},
	{expression: "debug.tracebackancestors", value: "int32(0)"},
	{expression: "debug.tracebacklabels.Load()", value: "int32(0)"},
	{expression: "useCheckmark", value: "false"}, // set for gccheckmark

	// There is no C, and the program is no library.
	{expression: "iscgo", value: "false"},
	{expression: "islibrary", value: "false"},
	{expression: "isarchive", value: "false"},

	// No goroutine is in a bubble of testing/synctest.
	{expression: "*.bubble", value: "(*synctestBubble)(nil)", except: []string{
		"runtime/chan.go", "runtime/coro.go", "runtime/panic.go", "runtime/synctest.go", "runtime/time.go",
	}},
}

// body is a function in the runtime that has no effect in a page, and what it does instead.
type body struct {
	file, function, instead string
}

// bodies are such functions.
var bodies = []body{
	// Checks of the compiler and of the linker, made whenever the program begins.
	{"runtime/runtime1.go", "check", "{}"},
	{"runtime/symtab.go", "moduledataverify", "{}"},
	// Makes the types of several modules one; a page's program is one module.
	{"runtime/type.go", "typelinksinit", "{}"},
	// Profiles, see above. That of blocking has its rate from blockprofilerate.
	{"runtime/mprof.go", "blockevent", "{}"},
	{"runtime/mprof.go", "mProf_Flush", "{}"},
	{"runtime/mprof.go", "mProf_Free", "{}"},
	{"runtime/mprof.go", "mProf_Malloc", "{}"},
	{"runtime/mprof.go", "mProf_NextCycle", "{}"},
	{"runtime/mprof.go", "mProf_PostSweep", "{}"},
	// Gives memory back to the system in the background, which WebAssembly has no instruction for.
	{"runtime/mgcscavenge.go", "bgscavenge", "{ c <- 1 }"},
}
