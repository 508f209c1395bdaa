#!/usr/bin/env python3
"""Golden files of sacreBLEU's tokenisations and scores. Run: python3 gen.py
Needs sacrebleu 2.6.0; running it again gives the same bytes.

    python3 gen.py FILE SEED N    writes N more generated texts to FILE, which the test takes
                                  for one more golden file if it is called tokens-….json here
"""
import json, os, random, sys
import sacrebleu
from sacrebleu.metrics import BLEU

assert sacrebleu.__version__ == "2.6.0", sacrebleu.__version__
HERE = os.path.dirname(os.path.abspath(__file__))
TOKENISATIONS = ["13a", "char", "none"]

# Texts that somebody thought of.
NASTY = [
    "", " ", ".", ",", "-", "..", "...", "a", "5", "5.", ".5", "5.5", "5,5", "1,234,567.89", "1.2.3", "1..2", "1.,2",
    "a.b", "a.5", "5.a", "a..5", "5..a", "a...", "...a", "a.,.b", ".,", ",.", "-.5", "5.-", "3-4", "3-", "-3", "3--4",
    "3 - 4", "a-b", "a-4", "4-a", "2024-01-31", "1-2-3", "5.-3", "5-.3", "19.-20. Mai", "U.S.A.", "e.g., this", "Mr. O'Neil's dog's.",
    "it's", "'quoted'", "\"quoted\"", "“quoted”", "«cité»", "„zitiert‚", "‹x›", "l’été", "d'accord", "well—then", "1–2", "5—6", "¿qué?", "¡no!",
    "wait…", "wait….", "…5", "5…5", "你好。", "你好,世界.", "٣.٤", "٣-٤", "३,४", "5.٣", "½.5", "²-3", "naïve.", "é.", ".é", "é,é", "5.é", "é.5",
    "😀.", ".😀", "5😀-", "e\u0301.5", "5.\u0301",
    "&quot;hi&quot;", "&amp;", "&lt;b&gt;", "&amp;quot;", "&amp;lt;", "&amp;amp;", "&quot", "&apos;", "AT&T", "R&D.", "&", "&&", "&#39;", "a&amp;b&lt;c",
    "<skipped>", "a <skipped> b", "<skip<skipped>ped>", "a-<skipped>\nb", "&lt;skipped>", "<SKIPPED>",
    "a-\nb", "a-\n\nb", "a-\n", "a-\r\nb", "a\nb", "a.\nb", "3\n-4", "3-\n4", "a\tb", "\ta", "a\u00a0b", "a.\u00a0b", "5.\u00a05", "\u3000a\u3000", "a\u2028b",
    "a\u2029b", "a\u0085b", "a\x1cb", "a\x1db\x1ec\x1fd", "a-\n\x1f", "a\u200bb", "a\ufeffb", "a\u180eb", "a\u205fb", "a\u1680b", "a\x0bb\x0cc", "a\x00b", "a.\x00",
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "a!b\"c#d$e%f&g'h(i)j*k+l,m-n.o/p:q;r<s=t>u?v@w[x\\y]z^a_b`c{d|e}f~g",
    "1!2\"3#4$5%6&7'8(9)0*1+2,3-4.5/6:7;8<9=0>1?2@3[4\\5]6^7_8`9{0|1}2~3", "\x7f", "a\x7fb", "I_TURN_LEFT I_JUMP", "http://a.b/c?d=e&f=g", "a@b.c",
    "$1,000.00", "10%", "50%-60%", "C++", "C#", "3.14-3.15", "1,2-3.4", ", 5", "5 ,", "5 ,5", "5, 5", ". 5 .", "5 . 5", "a , b", "--", "---5", "5---",
    "The quick, brown fox (1.5 m) jumped over the lazy dog's 12-inch \"bed\".", "je suis étudiant", "eu sou estudante.", "HH AH0 L OW1",
]

# What a generated text is made of; a piece is drawn as often as it is here.
PIECES = (
    list("abzAZ") * 2 + list("0195") * 3 + list(".,-") * 9 + list(" ") * 10 + list("!\"#$%&'()*+/:;<=>?@[\\]^_`{|}~")
    + list("\n\t\r\x0b\x0c\x1c\x1f\x85\xa0\u1680\u2003\u2028\u202f\u205f\u3000\u200b\ufeff\x7f\x00")
    + list("éßñ日本語한٣५½²’“”«»–—…。，、！؟。😀\u0301")
    + ["-\n"] * 3 + ["&quot;", "&amp;", "&lt;", "&gt;", "&apos;", "&amp;quot;", "quot;", "amp;", "<skipped>", "<skip", "ped>", "...", "1.5", "1,000", "3-4"]
)


def generated(r, n):
    return ["".join(r.choice(PIECES) for _ in range(r.randrange(1, 24))) for _ in range(n)]


def cut(text, tokenisation, metrics={t: BLEU(tokenize=t) for t in TOKENISATIONS}):
    """The tokens that BLEU counts."""
    return metrics[tokenisation]._preprocess_segment(text).split()


def tokens(texts):
    return [dict(text=t, **{name: cut(t, name) for name in TOKENISATIONS}) for t in texts]


def score(s):
    return dict(score=s.score, matches=s.counts, totals=s.totals, precisions=s.precisions, penalty=s.bp,
                output=s.sys_len, reference=s.ref_len)


def corpus(name, tokenisation, pairs):
    outputs, references = [o for o, _ in pairs], [r for _, r in pairs]
    whole, single = BLEU(tokenize=tokenisation), BLEU(tokenize=tokenisation, effective_order=True)
    return dict(
        name=name, tokenisation=tokenisation, outputs=outputs, references=references,
        corpus=score(whole.corpus_score(outputs, [references])),
        sentences=[score(single.sentence_score(o, [r])) for o, r in pairs],
        corpusSignature=str(whole.get_signature()), sentenceSignature=str(single.get_signature()))


def damaged(r, words, vocabulary):
    """A sentence as a model would get it wrong: tokens lost, doubled, changed, the rest forgotten."""
    out = []
    for w in words:
        x = r.random()
        if x < 0.06:
            continue
        if x < 0.12:
            out += [w]
        out.append(r.choice(vocabulary) if 0.12 <= x < 0.22 else w)
    if r.random() < 0.1:
        out = out[: r.randrange(len(out) + 1)]
    if r.random() < 0.05:
        out += out[-2:] * 6
    return out


THOUGHT_OF = [
    ("nothing said", [("", "the cat is on the mat"), ("", "there is a cat")]),
    ("nothing to say", [("", ""), ("", "")]),
    ("something said where nothing was to be", [("the cat", ""), ("a b c d e", "")]),
    ("white space said", [(" \t\u3000", "the cat is on the mat")]),
    ("perfect", [("the cat is on the mat", "the cat is on the mat"), ("a man, a plan.", "a man, a plan.")]),
    ("perfect, but short", [("the cat", "the cat"), ("a man sleeps", "a man sleeps")]),
    ("perfect, one long enough", [("the cat", "the cat"), ("the man sleeps well", "the man sleeps well")]),
    ("one word", [("cat", "cat")]),
    ("one wrong word", [("dog", "cat")]),
    ("clipped (Papineni et al., §2.1)", [("the the the the the the the", "the cat is on the mat")]),
    ("clipped bigrams", [("a b a b a b a b", "a b c a b d")]),
    ("clipped 4-grams", [("a a a a a a a a a a", "a a a a a")]),
    ("clipping stays within its sentence", [("a a a", "a b c"), ("b c d", "a a a")]),
    ("no 4-gram matches", [("the cat sat here on a mat", "the cat sat there on the mat")]),
    ("no 3-gram matches", [("the cat runs on a mat", "the cat is on a rug")]),
    ("no 2-gram matches", [("cat the on mat a is", "the cat is on a mat")]),
    ("no 2-gram matches, no 4-grams", [("mat the cat", "the cat is a mat")]),
    ("nothing matches", [("w x y z", "a b c d")]),
    ("nothing matches, too short", [("w", "a b c d")]),
    ("too long", [("the cat is on the mat and so is the dog, or is it", "the cat is on the mat")]),
    ("too short", [("the cat is on", "the cat is on the mat")]),
    ("much too short", [("the", "the cat is on the mat, and so is the dog")]),
    ("one empty among others", [("", "the cat sleeps here"), ("a dog barks at me", "the dog barks at me")]),
    ("longer in all, shorter in one", [("the cat", "the cat is here"), ("a very long dog barks at me", "the dog barks")]),
    ("punctuation and entities", [
        ("He said: &quot;it's 3.5%, no?&quot;", "He said: \"It's 3.5%, no?\""), ("«Déjà vu», 1–2…", "« Déjà vu », 1 – 2 …"),
        ("AT&amp;T's 12-inch", "AT&T 's 12 - inch"), ("1,000.50 a-b", "1,000.5 a - b")]),
    ("French", [("je suis un étudiant.", "je suis étudiant."), ("elle a une voiture rouge", "elle a la voiture rouge")]),
    ("actions", [("I_TURN_LEFT I_JUMP I_JUMP", "I_TURN_LEFT I_JUMP"), ("I_WALK", "I_RUN")]),
    ("dates", [("2024-01-31", "2024-01-31"), ("1999-12-30", "1999-12-31"), ("20-1", "2001-01-01")]),
    ("letters", [("llorn", "llornu"), ("cba", "cba"), ("e\u0301te", "été")]),
]


def corpora(r):
    words = ["the", "a", "cat", "dog", "mat", "is", "on", "red", "man,", "woman.", "5-6", "it's", "é", "“so”"]
    letters = list("abcde ") + ["é", "日"]
    made = [corpus(name, t, pairs) for name, pairs in THOUGHT_OF for t in TOKENISATIONS]
    for i in range(30):
        pairs = []
        for _ in range(r.randrange(1, 30)):
            reference = [r.choice(words) for _ in range(r.randrange(0, 14))]
            pairs.append((" ".join(damaged(r, reference, words)), " ".join(reference)))
        made.append(corpus(f"generated words {i}", r.choice(["13a", "none"]), pairs))
    for i in range(15):
        pairs = []
        for _ in range(r.randrange(1, 30)):
            reference = [r.choice(letters) for _ in range(r.randrange(0, 14))]
            pairs.append(("".join(damaged(r, reference, letters)), "".join(reference)))
        made.append(corpus(f"generated letters {i}", "char", pairs))
    for i in range(10):
        made.append(corpus(f"generated texts {i}", "13a", list(zip(generated(r, 8), generated(r, 8)))))
    return made


def write(path, rows):
    with open(path, "w") as f:
        f.write("[\n" + ",\n".join(json.dumps(x, separators=(",", ":")) for x in rows) + "\n]\n")


if len(sys.argv) > 1:
    path, seed, n = sys.argv[1:]
    write(path, tokens(generated(random.Random(int(seed)), int(n))))
else:
    write(os.path.join(HERE, "tokens.json"), tokens(NASTY + generated(random.Random(1), 1000)))
    write(os.path.join(HERE, "bleu.json"), corpora(random.Random(2)))
