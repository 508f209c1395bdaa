package setting_test

import (
	"fmt"

	"unroll/web/setting"
)

// A link asks for more than there is, and for something that is not there.
func Example() {
	v, problems := setting.Parse("?hidden=9000&cell=lstm&colour=red")
	fmt.Println(v.Cell, v.Hidden)
	for _, p := range problems {
		fmt.Println(p.Field.Name, p.Given, p.Used)
	}
	fmt.Println(v.Query())
	// Output:
	// lstm 512
	// hidden 9000 512
	// cell=lstm&hidden=512
}
