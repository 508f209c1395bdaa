package kernel_test

import (
	"testing"

	"unroll/core/kernel"
	"unroll/core/kernel/kerneltest"
)

func TestPlainAgreesWithOracle(t *testing.T) { kerneltest.Test(t, kernel.Plain{}) }
