package scene_test

import (
	"fmt"

	"unroll/web/scene"
	"unroll/web/scene/scenetest"
)

// A film is asked for its pictures; it does not play by itself.
func Example() {
	run := scenetest.Run(scenetest.Reverse("abc"))
	film, err := scene.New("unrolled", run, scene.Options{Width: 1200})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, beat := range film.Beats {
		fmt.Printf("%4.1f s  %s\n", beat.Start, beat.Caption)
	}
	still := film.Picture(film.Poster())
	fmt.Println(still.Title)
	// Output:
	//  0.0 s  The input is 3 tokens. The model, trained for 4200 steps, will read them one at a time.
	//  1.5 s  Encoder step 1 starts from a state of zeros, reads «a» and makes h₁.
	//  3.9 s  Encoder step 2 takes h₁, reads «b» and makes h₂.
	//  6.3 s  Encoder step 3 takes h₂, reads «c» and makes h₃.
	//  8.7 s  h₃ crosses to the decoder. All 3 states stay within reach of its attention.
	// 10.2 s  Decoder step 1 reads «⟨start⟩», looks 97% at «c» and says «c» (p 0.98).
	// 13.6 s  Decoder step 2 reads «c», looks 96% at «b» and says «b» (p 0.96).
	// 17.0 s  Decoder step 3 reads «b», looks 97% at «a» and says «a» (p 0.96).
	// 20.4 s  Decoder step 4 reads «a», looks 96% at «c» and says «⟨end⟩» (p 0.97).
	// 23.8 s  «abc» has become «cba», at decoder step 4.
	// GRU encoder–decoder, one copy for each time step: «abc» goes in, «cba» comes out.
}

// Each shape that shows a number says which one, and where it came from.
func ExampleResolve() {
	run := scenetest.Run(scenetest.Reverse("abc"))
	film, _ := scene.New("unrolled", run, scene.Options{})
	for _, s := range film.Picture(film.Duration()).Shapes {
		if s.Ref == "encoder/1/layers/0/h/0" {
			number, _ := scene.Resolve(run, s.Ref)
			fmt.Printf("%.4f\n%s\n", number, s.Hint)
		}
	}
	// Output:
	// 0.6234
	// Encoder state, unit 1, after step 2: h₂ = (1 − z)·n + z·h₁ = (1 − 0.864)·(−0.053) + 0.864·0.730 = 0.62336016
}
