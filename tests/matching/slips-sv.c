/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "slips.h"

/* M divides by the weights that apply, of recipient .10, name .20, organisation .05, phone .25,
 * ticks .05 and facts .35. A comment works out what is not 1. */

/* 8 words in the note: B = 26. Facts weigh 2, 1 and 1. She spells her name. */
static const SlipCall invoice = {
  "sv",
  DESK_COUNTRY_SE,
  "erik",
  "Erik Öberg",
  "Åsa",
  NULL,
  "Lindqvist",
  "Lindkvist",
  TRUE,
  "Nordvik Bygg",
  NULL,
  "070-174 06 05",
  "please_call",
  "Hej, är Erik Öberg inne?|"
  "Faktura 4471, nej 4417, är inte betald. Ring före halv tre.|"
  "Noll sju noll, ett sju fyra, noll sex, noll fem.|070-174 06 05|201",
  "Faktura 4417 är inte betald. Ring före 14.30.",
  { { DESK_FACT_NUMBER, "4417", NULL, "4471", 2 },
    { DESK_FACT_TIME, "14:30", NULL, NULL, 1 },
    { DESK_FACT_NOT, "betald", "obetald", NULL, 1 } },
};

/* A private caller: no organisation, all weights are .95. 11 words: B = 32. Facts weigh 1, 2, 1. */
static const SlipCall appointment = {
  "sv",
  DESK_COUNTRY_SE,
  "vera",
  "Vera Stål",
  "Ann-Charlotte",
  "Ann Charlotte",
  "af Ekenstam",
  "Ekenstam",
  FALSE,
  "",
  NULL,
  "08-465 004 12",
  "will_call_again",
  "Jag kan inte komma kvart över tio, jag behöver en ny tid.|"
  "Noll åtta, fyra sex fem, noll noll fyra, ett två. Jag ringer igen.",
  "Kan inte komma kl 10.15, vill ha ny tid. Ringer igen.",
  { { DESK_FACT_PHRASE, "ny tid|annan tid", NULL, NULL, 1 },
    { DESK_FACT_NOT, "komma|kommer", "får förhinder", NULL, 2 },
    { DESK_FACT_TIME, "10:15", NULL, "9:45", 1 } },
};

/* A caller with one name. 7 words: B = 24. Facts weigh 1, 2 and 1. */
static const SlipCall windows = {
  "sv",
  DESK_COUNTRY_SE,
  "omar",
  "Omar Haddad",
  "",
  NULL,
  "Sjöberg",
  NULL,
  FALSE,
  "Sjöbergs Åkeri AB",
  "Sjöbergs Åkeri",
  "040-628 04 55",
  "telephoned urgent",
  "Sjöberg på Sjöbergs Åkeri. Era tjugofem fönster levereras inte förrän på fredag.",
  "25 fönster levereras inte förrän på fredag.",
  { { DESK_FACT_NUMBER, "25", NULL, "52", 1 },
    { DESK_FACT_NOT, "levereras|levererade", NULL, NULL, 2 },
    { DESK_FACT_PHRASE, "fredag", NULL, NULL, 1 } },
};

/* A number from abroad, no ticks, no facts: all weights are .65. */
static const SlipCall abroad = {
  "sv",      DESK_COUNTRY_SE,
  "lena",    "Lena Myr",
  "Göran",   NULL,
  "Åkesson", NULL,
  TRUE,      "Malmö Glas",
  NULL,      "+44 1632 960147",
  "",        "Göran Åkesson, plus fyrtiofyra, sexton trettiotvå, niosex noll, ett fyra sju.",
  NULL,      { { 0 } },
};

/* No number to call and no organisation: all weights are .70. 7 words: B = 24. */
static const SlipCall keys = {
  "sv",
  DESK_COUNTRY_SE,
  "erik",
  "Erik Öberg",
  "Bo",
  NULL,
  "Ek",
  NULL,
  FALSE,
  "",
  NULL,
  "",
  "wants_to_see_you",
  "Bo Ek här. Jag lämnar nycklarna i reception tre på torsdag, jag vill träffa honom.",
  "Lämnar nycklarna i reception 3 på torsdag.",
  { { DESK_FACT_PHRASE, "nycklarna|nyckeln", NULL, NULL, 1 },
    { DESK_FACT_NUMBER, "3", NULL, "2", 1 } },
};

const WorkedSlip slips_sv[] = {
  /* Nothing amiss. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|"
    "Faktura 4417 är inte betald. Ring före 14.30.",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* Telegram style. */
  { &invoice,
    "erik|LINDQVIST, ÅSA|NORDVIK BYGG|0701740605|please_call|4417 OBETALD. SVAR FÖRE HALV TRE.",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* "bet." is not "betald": (2 + 1 + 0)/4 = .75; M = .65 + .35·.75 = .65 + .2625. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|+46 70 174 06 05|please_call|Fakt. 4417 ej bet. Ring f. 14.30.",
    { 1, 1, 0 },
    0,
    { 1, 1, 1, 1, 1, .75 },
    .9125 },
  /* Two digits of the telephone number swapped: M = 1 − .25. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 60 05|please_call|4417 ej betald, ring före 14:30",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 0, 1, 1 },
    .75 },
  /* Given 0 (three letters), surname one letter off: (0 + 2·½)/3 = 1/3; M = .80 + .20/3. */
  { &invoice,
    "erik|Asa Lindkvist|Nordvik Bygg|070-1740605|please_call|4417 inte betald, ring före 14.30",
    { 1, 1, 1 },
    0,
    { 1, 1. / 3, 1, 1, 1, 1 },
    .80 + .20 / 3 },
  /* She spelled it, so the other spelling is a mistake: (1 + 2·½)/3 = 2/3; M = .80 + .40/3. */
  { &invoice,
    "erik|Åsa Lindkvist|Nordvik Bygg|0046701740605|please_call|4417 inte betald, ring före 14.30",
    { 1, 1, 1 },
    0,
    { 1, 2. / 3, 1, 1, 1, 1 },
    .80 + .40 / 3 },
  /* No given name, a title: (0 + 2)/3; M = .80 + .40/3. */
  { &invoice,
    "erik|Fru Lindqvist|Nordvik Bygg|070-174 06 05|please_call|4417 inte betald, ring före 14.30",
    { 1, 1, 1 },
    0,
    { 1, 2. / 3, 1, 1, 1, 1 },
    .80 + .40 / 3 },
  /* Title, surname first, full stop: all dropped. */
  { &invoice,
    "erik|Lindqvist, fru Åsa.|nordvik  bygg|(070) 174 06 05|please_call|"
    "Obetald faktura nr 44 17. Ring innan halv tre!",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* Two names run together: no division gives a part. M = 1 − .20. */
  { &invoice,
    "erik|ÅsaLindqvist|Nordvik Bygg|070-174 06 05|please_call|4417 inte betald, ring före 14.30",
    { 1, 1, 1 },
    0,
    { 1, 0, 1, 1, 1, 1 },
    .80 },
  /* The corrected figure stays beside the right one: (−2 + 1 + 1)/4 = 0; M = 1 − .35. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|"
    "Faktura 4471, rättelse: 4417, är inte betald. Ring före 14.30.",
    { -1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* Only the figure that was corrected: the same. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|"
    "Faktura 44-71 är inte betald. Ring före halv tre.",
    { -1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* The negation lost: (2 + 1 − 1)/4 = .5; M = .65 + .175. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|Faktura 4417 är betald. Ring innan halv 3.",
    { 1, 1, -1 },
    0,
    { 1, 1, 1, 1, 1, .5 },
    .825 },
  /* A negation in another clause does not reach: the same. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|"
    "Inte bråttom. Faktura 4417 är betald, ring före 14.30.",
    { 1, 1, -1 },
    0,
    { 1, 1, 1, 1, 1, .5 },
    .825 },
  /* The hour in words of the wrong half hour: halv fyra is 15:30. (2 + 0 + 1)/4; M = .65 + .2625. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|4417 ej betald. Ring före halv fyra.",
    { 1, 0, 1 },
    0,
    { 1, 1, 1, 1, 1, .75 },
    .9125 },
  /* The same in digits, which nobody said: .75 − .25 = .5; M = .65 + .175. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|4417 ej betald. Ring före 15.30.",
    { 1, 0, 1 },
    1,
    { 1, 1, 1, 1, 1, .5 },
    .825 },
  /* The number of the caller stands in the text alone: M = 1 − .25, and it was said. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg||please_call|4417 ej betald, ring 070-174 06 05 före halv tre",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 0, 1, 1 },
    .75 },
  /* A transcript of the call, with the slip of the tongue: 26 words are just allowed, but
   * (−2 + 1 + 1)/4 = 0; M = .65. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|"
    "Hej, är Erik Öberg inne? Faktura 4471, nej 4417, är inte betald. Ring före halv tre. "
    "Noll sju noll, ett sju fyra, noll sex, noll fem.",
    { -1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* A transcript without it: 41 words where 26 are enough. 1·26/41; M = .65 + .35·26/41. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|"
    "Åsa Lindqvist på Nordvik Bygg ringde och frågade efter Erik. Hon sade att faktura 4417 inte är "
    "betald och undrade om Erik kunde ringa henne före halv tre i dag på 070-174 06 05. Hon lät lite "
    "stressad men var trevlig.",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 26. / 41 },
    .65 + .35 * 26 / 41 },
  /* A tick too many: 2·1/(1 + 2) = 2/3; M = .95 + .05·2/3. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call urgent|4417 obetald, 14.30",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 2. / 3, 1 },
    .95 + .10 / 3 },
  /* For somebody else: M = 1 − .10. */
  { &invoice,
    "anna|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|4417 obetald, före 1430",
    { 1, 1, 1 },
    0,
    { 0, 1, 1, 1, 1, 1 },
    .90 },
  /* Nothing at all. */
  { &invoice, "|||||", { 0, 0, 0 }, 0, { 0, 0, 0, 0, 0, 0 }, 0 },
  /* Hasty: .10 + .20·(0 + 2)/3 + 0 + .25 + .05 + .35·(0 + 1 + 0)/4
   * = .10 + .13333 + .25 + .05 + .0875. */
  { &invoice,
    "erik|Lindqvist||0701740605|please_call|Ring före halv tre",
    { 0, 1, 0 },
    0,
    { 1, 2. / 3, 0, 1, 1, .25 },
    .4875 + .40 / 3 },
  /* A digit too many is another number, which nobody said: (0 + 1 + 1)/4 − ¼ = .25;
   * M = .65 + .0875. */
  { &invoice,
    "erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|Faktura 44170 ej betald, före 14.30",
    { 0, 1, 1 },
    1,
    { 1, 1, 1, 1, 1, .25 },
    .7375 },

  { &appointment,
    "vera|Ann-Charlotte af Ekenstam||08-465 004 12|will_call_again|"
    "Kan inte komma kl 10.15, vill ha ny tid. Ringer igen.",
    { 1, 1, 1 },
    0,
    { 1, 1, NA, 1, 1, 1 },
    1 },
  /* Other spellings of a name that was not spelled, and other wordings. */
  { &appointment,
    "vera|Ann Charlotte Ekenstam||+46 8 465 004 12|will_call_again|Får förhinder 10.15, önskar annan tid.",
    { 1, 1, 1 },
    0,
    { 1, 1, NA, 1, 1, 1 },
    1 },
  /* Given 1, "av Ekenstam" one letter off: (1 + 2·½)/3 = 2/3. Of .95: .75 + .40/3. */
  { &appointment,
    "vera|Ann-Charlotte av Ekenstam||084650 04 12|will_call_again|"
    "Kommer ej kvart över tio. Ny tid önskas. Återkommer.",
    { 1, 1, 1 },
    0,
    { 1, 2. / 3, NA, 1, 1, 1 },
    (.75 + .40 / 3) / .95 },
  /* The negation lost: (1 − 2 + 1)/4 = 0; of .95: .60. */
  { &appointment,
    "vera|Ann-Charlotte af Ekenstam||08-465 004 12|will_call_again|Kan komma kl 10.15, vill ha ny tid.",
    { 1, -1, 1 },
    0,
    { 1, 1, NA, 1, 1, 0 },
    .60 / .95 },
  /* A negation invented: (−1 + 2 + 1)/4 = .5; of .95: .60 + .175. */
  { &appointment,
    "vera|Ann-Charlotte af Ekenstam||08-465 004 12|will_call_again|"
    "Kan inte komma 10.15. Vill inte ha ny tid.",
    { -1, 1, 1 },
    0,
    { 1, 1, NA, 1, 1, .5 },
    .775 / .95 },
  /* A wrong time that nobody said: (1 + 2 − 1)/4 − ¼ = .25; of .95: .60 + .0875. */
  { &appointment,
    "vera|Ann-Charlotte af Ekenstam||08-465 004 12|will_call_again|Kan inte komma 9.45, vill ha en ny tid",
    { 1, 1, -1 },
    1,
    { 1, 1, NA, 1, 1, .25 },
    .6875 / .95 },
  /* The words of the phrase in another order: (0 + 2 + 1)/4; of .95: .60 + .2625. */
  { &appointment,
    "vera|Ann-Charlotte af Ekenstam||08-465 004 12|will_call_again|Tid, ny, önskas. Kan inte komma 10:15.",
    { 0, 1, 1 },
    0,
    { 1, 1, NA, 1, 1, .75 },
    .8625 / .95 },
  /* A digit of the number missing, no tick, two facts missing: ¼ of the facts; of .95:
   * .10 + .20 + .0875. */
  { &appointment,
    "vera|Ann-Charlotte af Ekenstam||08-465 004 1||Förhinder 10.15.",
    { 0, 0, 1 },
    0,
    { 1, 1, NA, 0, 0, .25 },
    .3875 / .95 },
  /* Half past ten, not a quarter past: "halv elva" is 10:30. (1 + 2 + 0)/4; of .95: .60 + .2625. */
  { &appointment,
    "vera|Ann-Charlotte af Ekenstam||08-465 004 12|will_call_again|"
    "Har tid halv elva men kan inte komma, ny tid önskas",
    { 1, 1, 0 },
    0,
    { 1, 1, NA, 1, 1, .75 },
    .8625 / .95 },

  /* "Not until" is not. */
  { &windows,
    "omar|Sjöberg|Sjöbergs Åkeri AB|040-628 04 55|telephoned urgent|"
    "25 fönster levereras inte förrän på fredag.",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  { &windows,
    "omar|Herr Sjöberg|Sjöbergs Åkeri|+46406280455|urgent telephoned|"
    "fönster, 25 st: kan ej levereras förrän fredag",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* One letter of seven: name ½. M = .80 + .10. */
  { &windows,
    "omar|Sjöborg|Sjöbergs Åkeri|040-6280455|telephoned urgent|25 fönster levereras inte förrän fredag",
    { 1, 1, 1 },
    0,
    { 1, .5, 1, 1, 1, 1 },
    .90 },
  /* The negation lost: (1 − 2 + 1)/4 = 0; M = .65. */
  { &windows,
    "omar|Sjöberg|Sjöbergs Åkeri AB|040-628 04 55|telephoned urgent|25 fönster levereras på fredag.",
    { 1, -1, 1 },
    0,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* Digits swapped in the text, to what nobody said: (−1 + 2 + 1)/4 − ¼ = .25; M = .65 + .0875. */
  { &windows,
    "omar|Sjöberg|Sjöbergs Åkeri AB|040-628 04 55|telephoned urgent|"
    "52 fönster levereras inte förrän fredag",
    { -1, 1, 1 },
    1,
    { 1, 1, 1, 1, 1, .25 },
    .7375 },
  /* The number in words is no digits, "leverans" another stem: (0 + 0 + 1)/4; M = .65 + .0875. */
  { &windows,
    "omar|Sjöberg|Sjöbergs Åkeri AB|040-628 04 55|telephoned urgent|"
    "Tjugofem fönster kommer fredag, ingen leverans dessförinnan",
    { 0, 0, 1 },
    0,
    { 1, 1, 1, 1, 1, .25 },
    .7375 },
  /* One tick of two, no organisation: 2·1/(2 + 1); M = .90 + .05·2/3. */
  { &windows,
    "omar|Sjöberg||040-628 04 55|telephoned|25 fönster levereras inte förrän på fredag.",
    { 1, 1, 1 },
    0,
    { 1, 1, 0, 1, 2. / 3, 1 },
    .90 + .10 / 3 },
  /* An organisation with a letter missing earns nothing: M = .95. */
  { &windows,
    "omar|Anders Sjöberg|Sjöberg Åkeri AB|040-628 04 55|telephoned urgent|"
    "25 fönster levereras inte förrän på fredag.",
    { 1, 1, 1 },
    0,
    { 1, 1, 0, 1, 1, 1 },
    .95 },

  { &abroad,
    "lena|Göran Åkesson|Malmö Glas|0044 1632 960147||Vill bli uppringd, har 99 frågor",
    { 0 },
    0,
    { 1, 1, 1, 1, 1, NA },
    1 },
  /* A ring lost, and the number as it is dialled at home: 2/3 and 0. Of .65:
   * .10 + .40/3 + .05 + .05. */
  { &abroad,
    "lena|Göran Akesson|Malmö Glas|01632 960147||",
    { 0 },
    0,
    { 1, 2. / 3, 1, 0, 1, NA },
    (.20 + .40 / 3) / .65 },
  /* A tick where none is wanted: 0. Of .65: .60. */
  { &abroad,
    "lena|Göran Åkesson|Malmö Glas|+44 (0)1632 960 147|urgent|",
    { 0 },
    0,
    { 1, 1, 1, 1, 0, NA },
    .60 / .65 },

  { &keys,
    "erik|Bo Ek|||wants_to_see_you|Lämnar nycklarna i reception 3 på torsdag.",
    { 1, 1 },
    0,
    { 1, 1, NA, NA, 1, 1 },
    1 },
  /* What nobody asked for neither helps nor hurts. */
  { &keys,
    "erik|Ek, Bo|Ek AB|070-174 06 99|wants_to_see_you|NYCKLARNA: RECEPTION 3",
    { 1, 1 },
    0,
    { 1, 1, NA, NA, 1, 1 },
    1 },
  /* A surname of two letters has no half marks: 1/3. (1 − 1)/2 − ¼ is below 0. Of .70:
   * .10 + .20/3 + .05. */
  { &keys,
    "erik|Bo Eck|||wants_to_see_you|Nyckeln lämnas i reception 2",
    { 1, -1 },
    1,
    { 1, 1. / 3, NA, NA, 1, 0 },
    (.15 + .20 / 3) / .70 },
};

const gsize n_slips_sv = G_N_ELEMENTS (slips_sv);
