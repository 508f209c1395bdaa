package strconv

// uint128 is as the library has it elsewhere.
type uint128 struct {
	Hi uint64
	Lo uint64
}
