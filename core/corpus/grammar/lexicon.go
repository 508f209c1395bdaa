package grammar

// lexicon is all words, in the three languages at once. It is text, for as tables in code it would weigh
// several times as much in the page, and it is taken apart when a Grammar is made.
//
// An entry is six fields: what it is, and the level from which it is known; classes of nouns; marks; then
// English, French, Portuguese. A word is its stem and, after slashes, the endings of its forms, or no
// stem and the forms themselves; a form that is not there or not wanted is "-". A plus goes before a word
// that comes with it, as in "look for". For ! the language does without the entry.
//
// Small words (s) are lists that sentences are made with, in a fixed order: see pronouns.
//
// Words that meet (h, f): the second of two stands for the first before a vowel; the third of
// three stands for the first two.
//
// A determiner (d) has four forms, masculine, feminine and their plurals, and in Portuguese what comes
// after the noun; in English one and more. Brazil's "você" is "you", so that "seu" is "your", and never his
// or hers, which are "dele" and "dela".
//
// A preposition (w) has in its classes what it can stand before. A time (t) has as its mark the tense that
// it goes with.
//
// A noun (n) has four forms, in English two. Its class is one of these:
//
//	p  people by what they do, who can be such: "je suis étudiant"
//	h  other people              k  people who are somebody's    x  those of whom there is one
//	a  animals                   v  vehicles                     o  what is opened and closed
//	f  food that is counted      e  food that is not             d  drinks
//	r  what is read              t  things                       c  clothes
//	b  places to be in and go to      m  to be in only      l  to go to only
//
// An adjective (a) has the classes that it suits, P for all people; four forms, and in French the
// masculine before a vowel if it is another. The marks:
//
//	<  before the noun in French      (  before the noun in Portuguese
//	!  only said of something, never put to it
//	=  a state, for which Portuguese says estar and not ser
//
// A verb (v) has the classes of who does it; the first of its marks is its kind, and behind it are the classes
// of its object, and a star if its French past is made with être:
//
//	i  without an object               l  the same, and nothing is said of a place
//	t  with an object                  s  the same, and nobody "is having" something
//	p  to a place, or at it            g  with an object, to somebody
//	m  with another verb               n  the same, and English says it without "do"
//
// Its forms are six persons of the present and the infinitive; then in French the participle, in four
// forms after être; in Portuguese the gerund and six persons of the past; in English the base, the
// forms in -s, of the past, in -ing.
const lexicon = `
s0 - - /i/you/he/she/we/you/they/they /je/tu/il/elle/nous/vous/ils/elles /eu/você/ele/ela/nós/vocês/eles/elas
s0 - - /am/are/is/are/are/are /suis/es/est/sommes/êtes/sont /sou/é/é/somos/são/são
s0 - - - /suis/es/est/sommes/êtes/sont /estou/está/está/estamos/estão/estão
s1 - - /not/never/always/often/rarely /pas/jamais/toujours/souvent/rarement /não/nunca/sempre/frequentemente/raramente
s1 - - - /vais/vas/va/allons/allez/vont /vou/vai/vai/vamos/vão/vão
s1 - - - /ai/as/a/avons/avez/ont -
s1 - - /any/do/does/did/going/to /ne -
s2 - - /cannot/and/who /et/qui /e/que

h0 - - - /je/j'/le/l'/la/l'/ce/cet/ma/mon/ta/ton !
h1 - - - /ne/n'/de/d' !
f0 - - - /de/le/du/à/le/au /em/o/no/em/a/na/de/o/do/de/a/da/a/o/ao
f0 - - - - /em/este/neste/em/esta/nesta/de/este/deste/de/esta/desta/a/a/à
f2 - - - /à/les/aux /a/os/aos/a/as/às

d0 - - /the/the /le/la/les/les /o/a/os/as
d0 - - /a/some /un/une/des/des /um/uma/alguns/algumas
d0 - - /this/these /ce/cette/ces/ces /este/esta/estes/estas
d0 - - /my/my /mon/ma/mes/mes /meu/minha/meus/minhas
d0 - - /our/our /notre/notre/nos/nos /nosso/nossa/nossos/nossas
d0 - - /your/your /votre/votre/vos/vos /seu/sua/seus/suas
d0 - - /your/your /ton/ta/tes/tes !
d0 - - /their/their /leur/leur/leurs/leurs !
d1 - - /his/his ! /o/a/os/as/dele
d1 - - /her/her ! /o/a/os/as/dela
d1 - - /their/their ! /o/a/os/as/deles
d1 - - /their/their ! /o/a/os/as/delas

w0 bm - /in /dans /em
w0 bmlo - /near /près/de /perto/de
w0 bmlo - /behind /derrière /atrás/de
w0 bmlo - /in/front/of /devant /na/frente/de

t1 - p /every/day /chaque/jour /todos/os/dias
t1 - p /in/the/morning /le/matin /de/manhã
t1 - p /at/night /la/nuit /à/noite
t1 - d /yesterday /hier /ontem
t1 - d /last/week /la/semaine/dernière /na/semana/passada
t1 - f /tomorrow /demain /amanhã
t1 - f /next/week /la/semaine/prochaine /na/próxima/semana
t1 - n /now /maintenant /agora

n0 p - student//s étudiant//e/s/es estudante///s/s
n0 p - teacher//s enseignant//e/s/es professor//a/es/as
n0 p - dentist//s dentiste///s/s dentista///s/s
n0 p - nurse//s infirmi/er/ère/ers/ères enfermeir/o/a/os/as
n0 p - artist//s artiste///s/s artista///s/s
n0 p - engineer//s ingénieur//e/s/es engenheir/o/a/os/as
n0 h - /man/men homme//-/s home/m/-/ns
n0 h - wom/an/en femme/-//-/s mulher/-//-/es
n0 h - boy//s garçon//-/s menino//-/s
n0 h - girl//s fille/-//-/s menina/-//-/s
n0 k - brother//s frère//-/s irmão//-/s
n0 k - sister//s sœur/-//-/s irmã/-//-/s
n0 k - friend//s ami//e/s/es amig/o/a/os/as
n0 x - father/ père/ pai/
n0 x - mother/ mère/-/ mãe/-/
n0 a - cat//s chat//-/s gato//-/s
n0 a - dog//s chien//-/s cachorro//-/s
n0 a - bird//s oiseau//-/x pássaro//-/s
n0 a - horse//s cheva/l/-/ux cavalo//-/s
n0 f - apple//s pomme/-//-/s maçã/-//-/s
n0 f - egg//s œuf//-/s ovo//-/s
n0 e - bread/ pain/ pão/
n0 e - soup/ soupe/-/ sopa/-/
n0 d - water/ eau/-/ água/-/
n0 d - milk/ lait/ leite/
n0 d - coffee/ café/ café/
n0 r - book//s livre//-/s livro//-/s
n0 r - letter//s lettre/-//-/s carta/-//-/s
n0 t - table//s table/-//-/s mesa/-//-/s
n0 t - key//s clé/-//-/s chave/-//-/s
n0 t - bag//s sac//-/s bolsa/-//-/s
n0 t - flower//s fleur/-//-/s flor/-//-/es
n0 o - door//s porte/-//-/s porta/-//-/s
n0 o - window//s fenêtre/-//-/s janela/-//-/s
n0 v - car//s voiture/-//-/s carro//-/s
n0 v - train//s train//-/s tre/m/-/ns
n0 c - hat//s chapeau//-/x chapéu//-/s
n0 c - dress//es robe/-//-/s vestido//-/s
n0 b - museum//s musée//-/s museu//-/s
n0 b - hotel//s hôtel//-/s hot/el/-/éis
n0 b - station//s gare/-//-/s estaç/-/ão/-/ões
n0 m - house//s maison/-//-/s casa/-//-/s
n0 m - garden//s jardin//-/s jardi/m/-/ns
n0 m - school//s école/-//-/s escola/-//-/s
n0 l - beach//es plage/-//-/s praia/-//-/s
n1 p - journalist//s journaliste///s/s jornalista///s/s
n1 p - singer//s chanteu/r/se/rs/ses cantor//a/es/as
n1 p - baker//s boulang/er/ère/ers/ères padeir/o/a/os/as
n1 p - lawyer//s avocat//e/s/es advogad/o/a/os/as
n1 h - child//ren enfant///s/s criança/-//-/s
n1 k - neighbour//s voisin//e/s/es vizinh/o/a/os/as
n1 k - cousin//s cousin//e/s/es prim/o/a/os/as
n1 a - cow//s vache/-//-/s vaca/-//-/s
n1 a - rabbit//s lapin//-/s coelho//-/s
n1 a - elephant//s éléphant//-/s elefante//-/s
n1 f - orange//s orange/-//-/s laranja/-//-/s
n1 f - cake//s gâteau//-/x bolo//-/s
n1 e - cheese/ fromage/ queijo/
n1 e - meat/ viande/-/ carne/-/
n1 d - tea/ thé/ chá/
n1 d - wine/ vin/ vinho/
n1 r - newspaper//s journa/l/-/ux jorna/l/-/is
n1 t - chair//s chaise/-//-/s cadeira/-//-/s
n1 t - cup//s tasse/-//-/s xícara/-//-/s
n1 t - kni/fe/ves couteau//-/x faca/-//-/s
n1 t - clock//s horloge/-//-/s relógio//-/s
n1 t - phone//s téléphone//-/s telefone//-/s
n1 t - box//es boîte/-//-/s caixa/-//-/s
n1 t - picture//s tableau//-/x quadro//-/s
n1 t - ball//s balle/-//-/s bola/-//-/s
n1 v - bike//s vélo//-/s bicicleta/-//-/s
n1 v - boat//s bateau//-/x barco//-/s
n1 c - shirt//s chemise/-//-/s camisa/-//-/s
n1 c - coat//s manteau//-/x casaco//-/s
n1 c - shoe//s chaussure/-//-/s sapato//-/s
n1 b - park//s parc//-/s parque//-/s
n1 b - shop//s magasin//-/s loja/-//-/s
n1 b - librar/y/ies bibliothèque/-//-/s biblioteca/-//-/s
n1 b - hospital//s hôpita/l/-/ux hospita/l/-/is
n1 b - restaurant//s restaurant//-/s restaurante//-/s
n1 b - office//s bureau//-/x escritório//-/s
n1 m - church//es église/-//-/s igreja/-//-/s
n1 m - kitchen//s cuisine/-//-/s cozinha/-//-/s
n1 l - market//s marché//-/s mercado//-/s

a0 hpaftrovcbml < small/ petit//e/s/es pequen/o/a/os/as
a0 aftovcbml < big/ grand//e/s/es grande///s/s
a0 Partovcbml < old/ vie/ux/ille/ux/illes/il velh/o/a/os/as
a0 Pa < young/ jeune///s/s jove/m/m/ns/ns
a0 rtvcbm < new/ nouve/au/lle/aux/lles/l nov/o/a/os/as
a0 fedr <( good/ bon//ne/s/nes /bom/boa/bons/boas
a0 atvcbml < beautiful/ /beau/belle/beaux/belles/bel bonit/o/a/os/as
a0 tvco - red/ rouge///s/s vermelh/o/a/os/as
a0 atvc - black/ noir//e/s/es pret/o/a/os/as
a0 atvcm - white/ blanc//he/s/hes branc/o/a/os/as
a0 Pa = tired/ fatigué//e/s/es cansad/o/a/os/as
a0 P = happy/ heureu/x/se/x/ses feliz///es/es
a0 P = sad/ triste///s/s triste///s/s
a0 P - rich/ riche///s/s ric/o/a/os/as
a0 def = cold/ froid//e/s/es fri/o/a/os/as
a0 tvo = broken/ cassé//e/s/es quebrad/o/a/os/as
a0 ob = closed/ fermé//e/s/es fechad/o/a/os/as
a0 ob = open/ ouvert//e/s/es abert/o/a/os/as
a1 P ! tall/ grand//e/s/es alt/o/a/os/as
a1 tvco - blue/ bleu//e/s/es azu/l/l/is/is
a1 tvco - green/ vert//e/s/es verde///s/s
a1 Pa - strong/ fort//e/s/es forte///s/s
a1 Pa - intelligent/ intelligent//e/s/es inteligente///s/s
a1 P - kind/ gentil//le/s/les genti/l/l/s/s
a1 P - serious/ sérieu/x/se/x/ses séri/o/a/os/as
a1 hp - famous/ célèbre///s/s famos/o/a/os/as
a1 Pa = sick/ malade///s/s doente///s/s
a1 def = hot/ chaud//e/s/es quente///s/s
a1 fed - delicious/ délicieu/x/se/x/ses delicios/o/a/os/as
a1 rtvcfe - expensive/ /cher/chère/chers/chères car/o/a/os/as
a1 tr - heavy/ lourd//e/s/es pesad/o/a/os/as
a1 tvcbmo = clean/ propre///s/s limp/o/a/os/as
a1 tvcbmo = dirty/ sale///s/s suj/o/a/os/as

v0 Pa i sle/ep/eps/pt/eping dor/s/s/t/mons/mez/ment/mir/mi /durmo/dorme/dorme/dormimos/dormem/dormem/dormir/dormindo/dormi/dormiu/dormiu/dormimos/dormiram/dormiram
v0 P i work//s/ed/ing travaill/e/es/e/ons/ez/ent/er/é trabalh/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v0 P i /sing/sings/sang/singing chant/e/es/e/ons/ez/ent/er/é cant/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v0 P i danc/e/es/ed/ing dans/e/es/e/ons/ez/ent/er/é dan/ço/ça/ça/çamos/çam/çam/çar/çando/cei/çou/çou/çamos/çaram/çaram
v0 Pa i /run/runs/ran/running cour/s/s/t/ons/ez/ent/ir/u corr/o/e/e/emos/em/em/er/endo/i/eu/eu/emos/eram/eram
v0 P i /speak/speaks/spoke/speaking parl/e/es/e/ons/ez/ent/er/é fal/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v0 Pa i* /fall/falls/fell/falling tomb/e/es/e/ons/ez/ent/er/é/ée/és/ées /caio/cai/cai/caímos/caem/caem/cair/caindo/caí/caiu/caiu/caímos/caíram/caíram
v0 Pa sPartvcbml /see/sees/saw /vois/vois/voit/voyons/voyez/voient/voir/vu /vejo/vê/vê/vemos/veem/veem/ver/-/vi/viu/viu/vimos/viram/viram
v0 P satrvc /have/has/had /ai/as/a/avons/avez/ont/avoir/eu /tenho/tem/tem/temos/têm/têm/ter/-/tive/teve/teve/tivemos/tiveram/tiveram
v0 P tPartc look//s/ed/ing+for cherch/e/es/e/ons/ez/ent/er/é procur/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v0 P tfetrvc /buy/buys/bought/buying ach/ète/ètes/ète/etons/etez/ètent/eter/eté compr/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v0 P tfetrvc /sell/sells/sold/selling vend/s/s//ons/ez/ent/re/u vend/o/e/e/emos/em/em/er/endo/i/eu/eu/emos/eram/eram
v0 Pa tfe /eat/eats/ate/eating mang/e/es/e/eons/ez/ent/er/é com/o/e/e/emos/em/em/er/endo/i/eu/eu/emos/eram/eram
v0 Pa td /drink/drinks/drank/drinking /bois/bois/boit/buvons/buvez/boivent/boire/bu beb/o/e/e/emos/em/em/er/endo/i/eu/eu/emos/eram/eram
v0 P tr read//s//ing /lis/lis/lit/lisons/lisez/lisent/lire/lu /leio/lê/lê/lemos/leem/leem/ler/lendo/li/leu/leu/lemos/leram/leram
v0 P tor open//s/ed/ing ouv/re/res/re/rons/rez/rent/rir/ert abr/o/e/e/imos/em/em/ir/indo/i/iu/iu/imos/iram/iram
v0 P tor clos/e/es/ed/ing ferm/e/es/e/ons/ez/ent/er/é fech/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v0 P pbl* /go/goes/went+to /vais/vas/va/allons/allez/vont/aller/allé/allée/allés/allées+à /vou/vai/vai/vamos/vão/vão/-/-/fui/foi/foi/fomos/foram/foram+a
v0 P pbl* arrive//s/d+at arriv/e/es/e/ons/ez/ent/er/é/ée/és/ées+à cheg/o/a/a/amos/am/am/ar/-/uei/ou/ou/amos/aram/aram+a
v1 P i walk//s/ed/ing march/e/es/e/ons/ez/ent/er/é and/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v1 P i /swim/swims/swam/swimming nag/e/es/e/eons/ez/ent/er/é nad/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v1 P i /cry/cries/cried/crying pleur/e/es/e/ons/ez/ent/er/é chor/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v1 P l* /leave/leaves/left/leaving par/s/s/t/tons/tez/tent/tir/ti/tie/tis/ties part/o/e/e/imos/em/em/ir/indo/i/iu/iu/imos/iram/iram
v1 P sPartc /find/finds/found trouv/e/es/e/ons/ez/ent/er/é ach/o/a/a/amos/am/am/ar/-/ei/ou/ou/amos/aram/aram
v1 P tPv wait//s/ed/ing+for attend/s/s//ons/ez/ent/re/u esper/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v1 P tP listen//s/ed/ing+to écout/e/es/e/ons/ez/ent/er/é escut/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v1 P tPa watch//es/ed/ing regard/e/es/e/ons/ez/ent/er/é observ/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v1 P tr /write/writes/wrote/writing écri/s/s/t/vons/vez/vent/re/t escrev/o/e/e/emos/em/em/er/endo/i/eu/eu/emos/eram/eram
v1 P ttrc los/e/es/t/ing perd/s/s//ons/ez/ent/re/u per/co/de/de/demos/dem/dem/der/dendo/di/deu/deu/demos/deram/deram
v1 P ttrvc /take/takes/took/taking /prends/prends/prend/prenons/prenez/prennent/prendre/pris peg/o/a/a/amos/am/am/ar/ando/uei/ou/ou/amos/aram/aram
v1 P tvfc wash//es/ed/ing lav/e/es/e/ons/ez/ent/er/é lav/o/a/a/amos/am/am/ar/ando/ei/ou/ou/amos/aram/aram
v1 P pbl* stay//s/ed+at rest/e/es/e/ons/ez/ent/er/é/ée/és/ées+à /fico/fica/fica/ficamos/ficam/ficam/ficar/-/fiquei/ficou/ficou/ficamos/ficaram/ficaram+em
v2 P gftrc /give/gives/gave+to donn/e/es/e/ons/ez/ent/er/é+à /dou/dá/dá/damos/dão/dão/dar/-/dei/deu/deu/demos/deram/deram+a
v2 P gaftrvc show//s/ed+to montr/e/es/e/ons/ez/ent/er/é+à mostr/o/a/a/amos/am/am/ar/-/ei/ou/ou/amos/aram/aram+a
v2 P m want//s+to /veux/veux/veut/voulons/voulez/veulent quer/o///emos/em/em
v2 P m like//s+to aim/e/es/e/ons/ez/ent gost/o/a/a/amos/am/am+de
v2 P n can// /peux/peux/peut/pouvons/pouvez/peuvent /posso/pode/pode/podemos/podem/podem
v2 P n must// /dois/dois/doit/devons/devez/doivent dev/o/e/e/emos/em/em
`
