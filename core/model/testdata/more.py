#!/usr/bin/python3
"""Further fixtures, by gen.py with other sizes and configurations: deeper, in both directions, sentences that are
not sorted by length. Run: /usr/bin/python3 more.py
"""
import gen

gen.H, gen.E, gen.V, gen.B = 5, 2, 9, 3
gen.LS, gen.LT = [3, 2, 4], [3, 5, 1]
gen.SRC = [[3, 8, 4, 0], [6, 3, 0, 0], [5, 5, 7, 3]]
gen.DIN = [[1, 4, 6, 0, 0], [1, 5, 5, 3, 8], [1, 0, 0, 0, 0]]
gen.DOUT = [[4, 6, 2, 0, 0], [5, 5, 3, 8, 2], [2, 0, 0, 0, 0]]

CONFIGS = {
    "lstm_bidir_3layer_additive_luong": dict(cell="lstm", attn="additive", bidir=True, layers=3),
    "rnn_bidir_2layer_bahdanau": dict(cell="rnn", attn="bahdanau", bidir=True, layers=2, clip=0.1),
    "gru_bidir_2layer_noattn": dict(cell="gru", bidir=True, layers=2),
}

for i, (name, c) in enumerate(CONFIGS.items()):
    gen.make(name, c, 200 + i)
