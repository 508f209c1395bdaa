package own

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// lines is what the pairs of a reading are, with the lines at which they stand.
func lines(pairs []pair) []string {
	var list []string
	for _, p := range pairs {
		list = append(list, fmt.Sprintf("%d %s → %s", p.line, p.source, p.target))
	}
	return list
}

// causesOf is what was left out, such as "empty 2: 3 7".
func causesOf(left []Left) []string {
	var list []string
	for _, x := range left {
		list = append(list, fmt.Sprintf("%s %d: %s", x.Cause, x.Count, strings.Trim(fmt.Sprint(x.Lines), "[]")))
	}
	return list
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		what   string
		files  []string
		want   []string // pairs
		left   []string
		report Report // but for Left and Records
	}{
		{"TSV", []string{"a b\tc\nd\te f\n"},
			[]string{"1 a b → c", "2 d → e f"}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"white space and blank lines", []string{"\n  a  b\u00a0\t c \n\n \t \nd\te"},
			[]string{"2 a b → c", "5 d → e"}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"line ends of Windows and of old Macs", []string{"a\tb\r\nc\td\re\tf\n\rg\th"},
			[]string{"1 a → b", "2 c → d", "3 e → f", "5 g → h"}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"a header", []string{"English\tfrançais\nGo.\tVa !\n"},
			[]string{"2 Go. → Va !"}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}, Header: true}},
		{"a header of codes, with a mark of byte order", []string{"\ufeffpt-BR,en\nnão,no\n"},
			[]string{"2 não → no"}, nil,
			Report{Format: Separated, Separator: ',', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}, Header: true}},
		{"Tatoeba with attribution", []string{"Go.\tVa !\tCC-BY 2.0 (France) #2877272\nHi.\tSalut.\tCC-BY 2.0\n"},
			[]string{"1 Go. → Va !", "2 Hi. → Salut."}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}, Ignored: 1}},
		{"Tatoeba with numbers", []string{"1276\tLet's try.\t2481\tIntentemos.\n1277\tGo.\t77\tVe.\n1278\tHi.\t78\tHola.\n"},
			[]string{"1 Let's try. → Intentemos.", "2 Go. → Ve.", "3 Hi. → Hola."}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{2, 4}, Ignored: 2}},
		{"an index of pandas", []string{",en,fr\n0,one,un\n1,two,deux\n"},
			[]string{"2 one → un", "3 two → deux"}, nil,
			Report{Format: Separated, Separator: ',', Encodings: []string{"utf-8"}, Columns: [2]int{2, 3}, Ignored: 1, Header: true}},
		{"numbers are texts where nothing else is", []string{"12+3\t15\n4+4\t8\n"},
			[]string{"1 12+3 → 15", "2 4+4 → 8"}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"CSV, quoted", []string{"\"Hello, you\",\"a \"\"b\"\"\"\n\"two\nlines\", \"c\"\nd,e\n"},
			[]string{`1 Hello, you → a "b"`, "2 two lines → c", "4 d → e"}, nil,
			Report{Format: Separated, Separator: ',', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"CSV of a European Excel", []string{"Bonjour, toi;Hello, you\r\n\"a;b\";c\r\n"},
			[]string{"1 Bonjour, toi → Hello, you", "2 a;b → c"}, nil,
			Report{Format: Separated, Separator: ';', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"CSV whose separator is told", []string{"sep=;\na,b;c,d\n"},
			[]string{"2 a,b → c,d"}, nil,
			Report{Format: Separated, Separator: ';', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"an unquoted comma", []string{"a,b\nHello, you,x\nc,d\ne\n"},
			[]string{"1 a → b", "3 c → d"}, []string{"columns 1: 2", "separator 1: 4"},
			Report{Format: Separated, Separator: ',', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"quotation marks that do not end", []string{"a,b\n\"c,d\ne,f\n\"g\"h,i\nj,k\n\"l\",\"m\"\n"},
			[]string{"1 a → b", "3 e → f", "5 j → k", "6 l → m"}, []string{"quote 2: 2 4"},
			Report{Format: Separated, Separator: ',', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"in TSV a quotation mark is one", []string{"\"Go,\" he said.\t«Va !»\n\"No\"\t\"\"\n"},
			[]string{`1 "Go," he said. → «Va !»`, `2 "No" → ""`}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"what cannot be used", []string{"a\tb\nc\nd\t\n\t e\nf\t\xff\nč\tč\na\tb\n" + strings.Repeat("x", MaxText+1) + "\ty\na  b \tb\nA\tb\n"},
			[]string{"1 a → b", "6 č → č", "9 a b → b", "10 A → b"},
			[]string{"separator 1: 2", "empty 2: 3 4", "encoding 1: 5", "duplicate 1: 7", "long 1: 8"},
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"Windows-1252", []string{"caf\xe9\tcoffee\nl\x92\x9cuf\tthe egg\nna\xefve\t\x80 5\n"},
			[]string{"1 café → coffee", "2 l’œuf → the egg", "3 naïve → € 5"}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"windows-1252"}, Columns: [2]int{1, 2}}},
		{"Windows-1251 is not guessed", []string{"\xef\xf0\xe8\xe2\xe5\xf2\thello\nhi\tthere\nyes\tno\n"},
			[]string{"2 hi → there", "3 yes → no"}, []string{"encoding 1: 1"},
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"many scripts", []string{"مرحبا\tשלום\nनमस्ते\tสวัสดี\n你好\t안녕\n👩🏽‍🚀\te\u0301\n"},
			[]string{"1 مرحبا → שלום", "2 नमस्ते → สวัสดี", "3 你好 → 안녕", "4 👩🏽‍🚀 → e\u0301"}, nil,
			Report{Format: Separated, Separator: '\t', Encodings: []string{"utf-8"}, Columns: [2]int{1, 2}}},
		{"two files", []string{"a\n\nb\tc\n\n", "d\r\n\r\ne\r\n"},
			[]string{"1 a → d", "3 b c → e"}, nil,
			Report{Format: Lines, Encodings: []string{"utf-8", "utf-8"}}},
		{"two files, one line of one is blank", []string{"a\n\nb", "c\nd\ne"},
			[]string{"1 a → c", "3 b → e"}, []string{"empty 1: 2"},
			Report{Format: Lines, Encodings: []string{"utf-8", "utf-8"}}},
	} {
		var files []File
		for _, data := range c.files {
			files = append(files, File{Data: []byte(data)})
		}
		r, err := read(files)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		pairs, report := r.pairs, r.Report
		if got := lines(pairs); !slices.Equal(got, c.want) {
			t.Errorf("%s: the pairs are\n%q, want\n%q", c.what, got, c.want)
		}
		if got := causesOf(report.Left); !slices.Equal(got, c.left) {
			t.Errorf("%s: left out is %q, want %q", c.what, got, c.left)
		}
		report.Left, report.Records = nil, 0
		if got, want := fmt.Sprintf("%+v", report), fmt.Sprintf("%+v", c.report); got != want {
			t.Errorf("%s: the report is\n%s, want\n%s", c.what, got, want)
		}
	}
}

func wideBytes(order binary.AppendByteOrder, s string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, unit)
	}
	return b
}

func TestReadUTF16(t *testing.T) {
	// As Excel's "Unicode text": quoted where a comma or a quotation mark is in it.
	text := "\"Go, \"\"now\"\"\"\t\"two\nlines\"\r\n汉😀\tç\r\n"
	want := []string{`1 Go, "now" → two lines`, "3 汉😀 → ç"}
	for what, data := range map[string][]byte{
		"little end first": wideBytes(binary.LittleEndian, "\ufeff"+text),
		"big end first":    wideBytes(binary.BigEndian, "\ufeff"+text),
	} {
		r, err := read([]File{{Data: data}})
		if err != nil || !slices.Equal(lines(r.pairs), want) || r.Encodings[0] != "utf-16" {
			t.Errorf("%s: %v, %v", what, r, err)
		}
	}
	// Half of a surrogate pair, and a byte too many.
	data := wideBytes(binary.LittleEndian, "\ufeffa\tb\nc\t")
	data = append(data, 0x3d, 0xd8, '\n', 0)
	data = append(data, wideBytes(binary.LittleEndian, "d\te\nf\tg")...)
	r, err := read([]File{{Data: append(data, 'x')}})
	if err != nil || !slices.Equal(lines(r.pairs), []string{"1 a → b", "3 d → e"}) || !slices.Equal(causesOf(r.Left), []string{"encoding 2: 2 4"}) {
		t.Errorf("damaged UTF-16 gives %v, %v", r, err)
	}
}

func TestReadRefuses(t *testing.T) {
	big := strings.Repeat("a\tb\n", MaxBytes/4+1)
	for _, c := range []struct {
		what  string
		files []File
		want  Error
		says  string
	}{
		{"no file", nil, Error{Code: BadCount}, "there are 0 files"},
		{"three files", make([]File, 3), Error{Code: BadCount, Got: 3}, "there are 3 files"},
		{"a large file", []File{{Data: []byte(big)}}, Error{Code: TooLarge, Got: len(big), Limit: MaxBytes}, "have 5242884 bytes, and the most that is taken is 5242880"},
		{"two that are too large together", []File{{Data: make([]byte, MaxBytes)}, {Data: []byte("a")}},
			Error{Code: TooLarge, Got: MaxBytes + 1, Limit: MaxBytes}, "bytes"},
		{"a picture", []File{{"cat.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")}}, Error{Code: NotText, File: "cat.png"}, `"cat.png" is no text`},
		{"a spreadsheet", []File{{"a.xlsx", []byte("PK\x03\x04\x14\x00\x06\x00\b\x00\x00\x00!\x00")}}, Error{Code: NotText, File: "a.xlsx"}, "save it as TSV or CSV"},
		{"a document", []File{{"a.pdf", []byte("%PDF-1.7 ...")}}, Error{Code: NotText, File: "a.pdf"}, "no text"},
		{"one column", []File{{"a.txt", []byte("just\nsome\nlines, here\n")}}, Error{Code: NoColumns, File: "a.txt"}, `"a.txt" has no two columns`},
		{"an empty file", []File{{}}, Error{Code: TooFew, Limit: MinPairs}, "only 0 pairs can be used, and 20 are needed"},
		{"few pairs", []File{{Data: []byte("a\tb\nc\n")}}, Error{Code: TooFew, Got: 1, Limit: MinPairs, Left: []Left{{Unseparated, 1, []int{2}}}}, "only 1 pairs"},
		{"files of other lengths", []File{{"a.en", []byte("a\nb\nc\n")}, {"a.fr", []byte("a\nb\n")}},
			Error{Code: Unequal, File: "a.fr", Got: 3, Limit: 2}, `"a.fr" ends after line 2, and the other file has 3 lines`},
		{"files of other lengths, the first shorter", []File{{"a.en", nil}, {"a.fr", []byte("a\nb\n")}},
			Error{Code: Unequal, File: "a.en", Got: 2}, `"a.en" ends after line 0`},
	} {
		_, err := Read(c.files, Options{})
		var got *Error
		if !errors.As(err, &got) || fmt.Sprintf("%+v", *got) != fmt.Sprintf("%+v", c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: the error is %#v: %v", c.what, err, err)
		}
	}
	_, err := Read([]File{{Data: animals(30)}}, Options{Tokens: "letters"})
	var got *Error
	if !errors.As(err, &got) || got.Code != BadOption {
		t.Errorf("tokens that do not exist: %v", err)
	}
}

// A text of nothing but quotation marks that do not match is read in proportion to its length.
func TestReadIsLinear(t *testing.T) {
	for what, line := range map[string]string{
		"marks that never end":       "\"\"\"a\n",
		"doubled marks":              "\",\"\"\n",
		"a mark, then nothing to it": "\",b\n",
	} {
		text := strings.Repeat(line, MaxBytes/len(line))
		read := 0
		tab := table{text: text, sep: ',', quotes: true}
		for {
			if !tab.next() {
				break
			}
			read++
		}
		if tab.vain > 2*len(text) {
			t.Errorf("%s: of %d bytes, %d were read in vain", what, len(text), tab.vain)
		}
		if read == 0 {
			t.Errorf("%s: no record", what)
		}
	}
}
