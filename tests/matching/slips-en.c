/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "slips.h"

/* M divides by the weights that apply, of recipient .10, name .20, organisation .05, phone .25,
 * ticks .05 and facts .35. A comment works out what is not 1. */

/* 7 words in the note: B = 24. Facts weigh 2, 1 and 1. She spells her name. */
static const SlipCall reminder = {
  "en-GB",
  DESK_COUNTRY_GB,
  "ada",
  "Ada Marlowe",
  "Siobhan",
  NULL,
  "O'Dwyer",
  NULL,
  TRUE,
  "Tiller & Rowe",
  "Tiller and Rowe",
  "01632 960147",
  "please_call urgent",
  "It's invoice three oh five eight one, sorry, three oh five one eight. This is the second "
  "reminder.|Please call before quarter past four.|Oh one six three two, nine six oh, one four seven.",
  "Invoice 30518, second reminder. Call before 16:15.",
  { { DESK_FACT_NUMBER, "30518", NULL, "30581|30815", 2 },
    { DESK_FACT_TIME, "16:15", NULL, NULL, 1 },
    { DESK_FACT_PHRASE, "second reminder|2nd reminder", NULL, NULL, 1 } },
};

/* A number from abroad. 9 words: B = 28. Facts weigh 2, 1 and 1. */
static const SlipCall meeting = {
  "en",
  DESK_COUNTRY_GB,
  "sam",
  "Sam Oduya",
  "Martin",
  NULL,
  "Fairweather",
  "Fayreweather",
  FALSE,
  "Croft Dental",
  NULL,
  "+1 212-555-0143",
  "will_call_again",
  "I'm not coming to the rota meeting on the twelfth. I'll ring again.",
  "Not coming to the rota meeting on the 12th.",
  { { DESK_FACT_NOT, "coming", "cannot make it", NULL, 2 },
    { DESK_FACT_PHRASE, "rota", NULL, NULL, 1 },
    { DESK_FACT_NUMBER, "12", NULL, "20", 1 } },
};

/* A caller with one name. 8 words: B = 26. Facts weigh 1, 2 and 1. */
static const SlipCall parcels = {
  "en",
  DESK_COUNTRY_GB,
  "ines",
  "Ines Vidal",
  "Rory",
  NULL,
  "",
  NULL,
  FALSE,
  "Bracken Couriers",
  NULL,
  "01632 960033",
  "telephoned",
  "Rory from Bracken Couriers. Please don't collect the six parcels until nine.",
  "Do not collect the 6 parcels until 9.",
  { { DESK_FACT_PHRASE, "collect|pick up", NULL, NULL, 1 },
    { DESK_FACT_TIME, "9 am", NULL, NULL, 2 },
    { DESK_FACT_NUMBER, "6", NULL, "60", 1 } },
};

/* A withheld number, no organisation, no facts: all weights are .35. */
static const SlipCall withheld = {
  "en",
  DESK_COUNTRY_GB,
  "ada",
  "Ada Marlowe",
  "",
  NULL,
  "Nkemelu",
  NULL,
  TRUE,
  "",
  NULL,
  "",
  "returned_your_call",
  "It's Mrs Nkemelu, November Kilo Echo Mike Echo Lima Uniform, returning her call.",
  NULL,
  { { 0 } },
};

/* No organisation, no facts: all weights are .60. */
static const SlipCall american = {
  "en-US",       DESK_COUNTRY_US,
  "joe",         "Joe Park",
  "Dana",        NULL,
  "Whitfield",   NULL,
  TRUE,          "",
  NULL,          "(212) 555-0143",
  "please_call", "Dana Whitfield, two one two, five five five, oh one four three.",
  NULL,          { { 0 } },
};

const WorkedSlip slips_en[] = {
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|please_call urgent|"
    "Invoice 30518, second reminder. Call before 16:15.",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* Typographic apostrophe, other spellings; the 2 of "2nd" was said, as an ordinal. */
  { &reminder,
    "ada|Siobhan O\xe2\x80\x99"
    "Dwyer|tiller and rowe|+44 1632 960147|urgent please_call|"
    "Inv 30518 (2nd reminder) - call by 4:15 pm",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* Telegram style. */
  { &reminder,
    "ada|O'DWYER, SIOBHAN|TILLER AND ROWE|01632960147|please_call urgent|"
    "30518 2ND REMINDER STOP CALL BEFORE QUARTER PAST FOUR STOP",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* Grouped digits; "second and last reminder" is four words, twice the two of the phrase. */
  { &reminder,
    "ada|Ms Siobhan O'Dwyer|Tiller & Rowe.|(01632) 960 147|please_call urgent|"
    "Invoice 305 18, second and last reminder. Before 1615.",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* Six words are too many: (2 + 1 + 0)/4 = .75; M = .65 + .2625. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|please_call urgent|"
    "A second, politely worded but firm reminder for 30518; by 4.15",
    { 1, 1, 0 },
    0,
    { 1, 1, 1, 1, 1, .75 },
    .9125 },
  /* The apostrophe lost, one sign of a name of six letters: (1 + 2·½)/3; M = .80 + .40/3. */
  { &reminder,
    "ada|Siobhan ODwyer|Tiller & Rowe|01632 960147|please_call urgent|30518, second reminder, 16.15",
    { 1, 1, 1 },
    0,
    { 1, 2. / 3, 1, 1, 1, 1 },
    .80 + .40 / 3 },
  /* Two letters swapped are one mistake: (½ + 2)/3 = 5/6; M = .80 + .20·5/6. */
  { &reminder,
    "ada|Siobahn O'Dwyer|Tiller & Rowe|01632 960147|please_call urgent|30518, second reminder, 16.15",
    { 1, 1, 1 },
    0,
    { 1, 5. / 6, 1, 1, 1, 1 },
    .80 + 1. / 6 },
  /* As it sounds: two mistakes in the given name, two in the surname. M = .80. */
  { &reminder,
    "ada|Shevaun O'Dwire|Tiller & Rowe|01632 960147|please_call urgent|30518, second reminder, 16.15",
    { 1, 1, 1 },
    0,
    { 1, 0, 1, 1, 1, 1 },
    .80 },
  /* Two digits of the telephone number swapped: M = .75. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960174|please_call urgent|30518, second reminder, 16.15",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 0, 1, 1 },
    .75 },
  /* Both figures of the correction: (−2 + 1 + 1)/4 = 0; M = .65. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|please_call urgent|"
    "Invoice 30581 - sorry 30518, second reminder, call before quarter past four",
    { -1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* Two wrong values, one of which nobody said: 0 − ¼, not below 0; M = .65. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|please_call urgent|"
    "Invoice 30581 / 30815 / 30518. Second reminder. 16:15",
    { -1, 1, 1 },
    1,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* At night: (2 + 0 + 1)/4; a quarter past four was said. M = .65 + .2625. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|please_call urgent|"
    "30518, second reminder, call by 4.15 am",
    { 1, 0, 1 },
    0,
    { 1, 1, 1, 1, 1, .75 },
    .9125 },
  /* A quarter to is 15:45, in words: the same. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|please_call urgent|"
    "30518, second reminder, call by a quarter to four",
    { 1, 0, 1 },
    0,
    { 1, 1, 1, 1, 1, .75 },
    .9125 },
  /* A transcript, the number in words as she said it: (0 + 1 + 1)/4 = .5, and 38 words where 24
   * are enough: .5·24/38; M = .65 + .35·12/38. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|please_call urgent|"
    "Good morning, this is Siobhan O'Dwyer from Tiller and Rowe. It's invoice three oh five one "
    "eight. This is the second reminder. Please call before quarter past four. My number is 01632 "
    "960147. Thank you very much indeed.",
    { 0, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 12. / 38 },
    .65 + .35 * 12 / 38 },
  /* One tick of two: 2·1/(2 + 1) = 2/3; M = .95 + .05·2/3. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|urgent|30518, second reminder, 16.15",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 2. / 3, 1 },
    .95 + .10 / 3 },
  /* One right, one wrong: 2·1/(2 + 2) = .5; M = .95 + .025. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|telephoned please_call|30518, second reminder, 16.15",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, .5, 1 },
    .975 },
  /* To the wrong person and from nobody: M = 1 − .10 − .20. */
  { &reminder,
    "sam||Tiller & Rowe|01632 960147|please_call urgent|30518, second reminder, 16.15",
    { 1, 1, 1 },
    0,
    { 0, 0, 1, 1, 1, 1 },
    .70 },
  { &reminder, "|||||", { 0, 0, 0 }, 0, { 0, 0, 0, 0, 0, 0 }, 0 },
  /* The negation invented: (2 + 1 − 1)/4 = .5; M = .65 + .175. */
  { &reminder,
    "ada|Siobhan O'Dwyer|Tiller & Rowe|01632 960147|please_call urgent|"
    "30518, not the second reminder, call by 4.15",
    { 1, 1, -1 },
    0,
    { 1, 1, 1, 1, 1, .5 },
    .825 },

  { &meeting,
    "sam|Martin Fairweather|Croft Dental|+1 212 555 0143|will_call_again|"
    "Not coming to the rota meeting on the 12th.",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* The other spelling counts, for he did not spell it. */
  { &meeting,
    "sam|Mr. Martin Fayreweather|Croft Dental|001 212-555-0143|will_call_again|"
    "Martin isn\xe2\x80\x99t coming, rota mtg 12th",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* No given name: (0 + 2)/3; "cannot make it" says the same. M = .80 + .40/3. */
  { &meeting,
    "sam|Mr Fairweather|Croft Dental|+12125550143|will_call_again|Cannot make it to rota meeting 12th",
    { 1, 1, 1 },
    0,
    { 1, 2. / 3, 1, 1, 1, 1 },
    .80 + .40 / 3 },
  /* The negation lost: (−2 + 1 + 1)/4 = 0; M = .65. */
  { &meeting,
    "sam|Martin Fairweather|Croft Dental|+1 212 555 0143|will_call_again|"
    "Coming to the rota meeting on the 12th",
    { -1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* The negation stands in another clause: (−2 + 0 + 0)/4, not below 0; M = .65. */
  { &meeting,
    "sam|Martin Fairweather|Croft Dental|+1 212 555 0143|will_call_again|He is coming, not Martin",
    { -1, 0, 0 },
    0,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* A month that nobody named: 1 − ¼; M = .65 + .2625. */
  { &meeting,
    "sam|Martin Fairweather|Croft Dental|+1 212 555 0143|will_call_again|Isn't coming. Rota mtg, 12/11",
    { 1, 1, 1 },
    1,
    { 1, 1, 1, 1, 1, .75 },
    .9125 },
  /* The wrong day, which nobody said: (2 + 0 − 1)/4 − ¼ = 0; M = .65. */
  { &meeting,
    "sam|Martin Fairweather|Croft Dental|+1 212 555 0143|will_call_again|"
    "Won't come to the meeting on the 20th",
    { 1, 0, -1 },
    1,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* Without its country the number is none in Britain, and "not" stands three words before the
   * rota as well: (2 − 1 + 1)/4 = .5; M = .65 − .25 + .175. */
  { &meeting,
    "sam|Martin Fairweather|Croft Dental|212-555-0143|will_call_again|"
    "Not coming to rota meeting on the 12th",
    { 1, -1, 1 },
    0,
    { 1, 1, 1, 0, 1, .5 },
    .575 },
  /* A letter missing: (1 + 2·½)/3; M = .80 + .40/3. */
  { &meeting,
    "sam|Fairwether, Martin|Croft Dental|+1 212 555 0143|will_call_again|"
    "Rota meeting on the 12th: not coming",
    { 1, 1, 1 },
    0,
    { 1, 2. / 3, 1, 1, 1, 1 },
    .80 + .40 / 3 },

  /* "Not until nine" asks for it, at nine. */
  { &parcels,
    "ines|Rory|Bracken Couriers|(01632) 960 033|telephoned|Do not collect the 6 parcels until 9.",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* The key has a given name alone, so the surname neither helps nor hurts. */
  { &parcels,
    "ines|Rory Macleod|Bracken Couriers|01632 960033|telephoned|6 parcels, pick up at 9 o'clock",
    { 1, 1, 1 },
    0,
    { 1, 1, 1, 1, 1, 1 },
    1 },
  /* Four letters have no half marks: M = .80. */
  { &parcels,
    "ines|Rori|Bracken Couriers|01632 960033|telephoned|Don't collect 6 parcels till nine",
    { 1, 1, 1 },
    0,
    { 1, 0, 1, 1, 1, 1 },
    .80 },
  /* Without "until" the request is denied: −1/4, not below 0; M = .65. */
  { &parcels,
    "ines|Rory|Bracken Couriers|01632 960033|telephoned|Do not collect the parcels",
    { -1, 0, 0 },
    0,
    { 1, 1, 1, 1, 1, 0 },
    .65 },
  /* In the evening: (1 + 0 + 1)/4; nine was said. M = .65 + .175. */
  { &parcels,
    "ines|Rory|Bracken Couriers|01632 960033|telephoned|6 parcels; collect from 21:00",
    { 1, 0, 1 },
    0,
    { 1, 1, 1, 1, 1, .5 },
    .825 },
  /* Ten times as many: (1 + 2 − 1)/4 − ¼ = .25; M = .65 + .0875. */
  { &parcels,
    "ines|Rory|Bracken Couriers|01632 960033|telephoned|Collect 60 parcels after 9am",
    { 1, 1, -1 },
    1,
    { 1, 1, 1, 1, 1, .25 },
    .7375 },

  { &withheld, "ada|Mrs Nkemelu|||returned_your_call|", { 0 }, 0, { 1, 1, NA, NA, 1, NA }, 1 },
  /* ½; of .35: .10 + .10 + .05. */
  { &withheld,
    "ada|Nkemalu||withheld|returned_your_call|She rang 3 times",
    { 0 },
    0,
    { 1, .5, NA, NA, 1, NA },
    .25 / .35 },
  /* Of .35: .10 + .05. */
  { &withheld, "ada||||returned_your_call|", { 0 }, 0, { 1, 0, NA, NA, 1, NA }, .15 / .35 },

  { &american,
    "joe|Dana Whitfield||212.555.0143|please_call|",
    { 0 },
    0,
    { 1, 1, NA, 1, 1, NA },
    1 },
  { &american,
    "joe|Whitfield, Dana||1 (212) 555-0143|please_call|",
    { 0 },
    0,
    { 1, 1, NA, 1, 1, NA },
    1 },
  /* No area code, a letter too many: 2/3 and 0. Of .60: .10 + .40/3 + .05. */
  { &american,
    "joe|Dana Whitefield||555-0143|please_call|",
    { 0 },
    0,
    { 1, 2. / 3, NA, 0, 1, NA },
    (.15 + .40 / 3) / .60 },
};

const gsize n_slips_en = G_N_ELEMENTS (slips_en);
