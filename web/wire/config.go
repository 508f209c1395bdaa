package wire

import "unroll/core/train"

func config(c *coder, v *train.Config) {
	for _, f := range train.Fields {
		switch p := f.At(v).(type) {
		case *string:
			c.string(p)
		case *bool:
			c.bool(p)
		case *int:
			c.int(p)
		case *uint64:
			c.uint64(p)
		case *float64:
			c.float64(p)
		}
	}
}
