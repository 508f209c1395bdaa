package scene

import "math"

// ease is smoothstep, 3u² − 2u³: it starts and ends at rest and is never faster than 1.5 times the
// mean. The conversions keep a compiler from fusing the products, which would differ between
// machines in the last bit.
func ease(u float64) float64 {
	if u <= 0 {
		return 0
	}
	if u >= 1 {
		return 1
	}
	return float64(float64(u*u) * (3 - float64(2*u)))
}

// swell rises from 0 to 1 and settles at 0 again, at rest at both ends.
func swell(u float64) float64 {
	if u <= 0 || u >= 1 {
		return 0
	}
	s := math.Sin(math.Pi * u)
	return float64(s * s)
}

// mix is a at u = 0, b at u = 1, and exactly so.
func mix(a, b, u float64) float64 {
	if u == 1 {
		return b
	}
	return a + float64((b-a)*u)
}
