/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/fact.h"

/* What callers say, and whether it holds a fact: the reader refuses what nobody says. */
static const struct {
  const char *language;
  DeskFactKind kind;
  const char *wording;
  const char *accept;
  const char *text;
  gboolean is_said;
} cases[] = {
  { "en", DESK_FACT_NUMBER, "4417", NULL, "Invoice four four one seven.", TRUE },
  { "en", DESK_FACT_NUMBER, "4417", NULL, "Invoice forty-four seventeen.", TRUE },
  { "en", DESK_FACT_NUMBER, "4417", NULL, "Invoice 44 17.", TRUE },
  { "en", DESK_FACT_NUMBER, "4417", NULL, "Invoice A4417.", TRUE },
  { "en", DESK_FACT_NUMBER, "4417", NULL, "Invoice 44170.", FALSE },
  { "en", DESK_FACT_NUMBER, "4417", NULL, "Invoice four four seven one.", FALSE },
  { "en", DESK_FACT_NUMBER, "2", NULL, "We need two chairs.", TRUE },
  { "sv", DESK_FACT_NUMBER, "4417", NULL, "Faktura fyrtiofyra sjutton.", TRUE },
  { "sv", DESK_FACT_NUMBER, "0701740605", NULL, "Noll sju noll, ett sju fyra, noll sex, noll fem.",
    TRUE },
  { "sv", DESK_FACT_NUMBER, "070", NULL, "noll sju noll", TRUE },
  { "sv", DESK_FACT_NUMBER, "4417", NULL, "four four one seven", FALSE },
  { "fi", DESK_FACT_NUMBER, "4417", NULL, "Lasku 4417.", TRUE },
  { "en", DESK_FACT_TIME, "14:30", NULL, "before half past two", TRUE },
  { "en", DESK_FACT_TIME, "14:30", NULL, "at two thirty", TRUE },
  { "en", DESK_FACT_TIME, "14:30", NULL, "at 2.30 pm", TRUE },
  { "en", DESK_FACT_TIME, "14:30", NULL, "at one four three zero hours", TRUE },
  { "en", DESK_FACT_TIME, "14:00", NULL, "two is fine", TRUE },
  { "en", DESK_FACT_TIME, "14:30", NULL, "half past three", FALSE },
  { "en", DESK_FACT_TIME, "14:30", NULL, "2.30 am", FALSE },
  { "sv", DESK_FACT_TIME, "14:30", NULL, "Ring före halv tre.", TRUE },
  { "sv", DESK_FACT_TIME, "14:45", NULL, "Ring före kvart i tre.", TRUE },
  { "sv", DESK_FACT_TIME, "14:25", NULL, "fem i halv tre går bra", TRUE },
  { "sv", DESK_FACT_TIME, "15:00", NULL, "någon gång efter tre", TRUE },
  { "sv", DESK_FACT_TIME, "15:30", NULL, "Ring före halv tre.", FALSE },
  { "de", DESK_FACT_TIME, "14:30", NULL, "vor 14.30 Uhr", TRUE },
  { "de", DESK_FACT_TIME, "14:30", NULL, "halb drei", FALSE },
  { "sv", DESK_FACT_PHRASE, "ny offert", NULL, "Jag vill ha en ny, billigare offert.", TRUE },
  { "sv", DESK_FACT_PHRASE, "ny offert", "nytt anbud", "Ett nytt anbud, tack.", TRUE },
  { "sv", DESK_FACT_PHRASE, "ny offert", NULL, "Offerten, kan jag få en ny?", TRUE },
  { "sv", DESK_FACT_PHRASE, "ny offert", NULL, "En offert som är ny.", TRUE },
  { "sv", DESK_FACT_PHRASE, "ny offert", NULL, "En ny faktura.", FALSE },
  { "en", DESK_FACT_PHRASE, "call back", NULL, "Can he call me back?", TRUE },
  { "en", DESK_FACT_PHRASE, "deliveries", NULL, "About the delivery.", TRUE },
  { "sv", DESK_FACT_NOT, "betald", NULL, "Fakturan är inte betald.", TRUE },
  { "sv", DESK_FACT_NOT, "betald", NULL, "Är den betald?", TRUE },
  { "sv", DESK_FACT_NOT, "betald", "obetald", "Den är obetald.", TRUE },
  { "sv", DESK_FACT_NOT, "betald", NULL, "Den är levererad.", FALSE },
};

static void
test_is_said (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *wordings[] = { cases[i].wording, NULL };
    const char *accept[] = { cases[i].accept, NULL };
    const char *texts[] = { "Hej.", cases[i].text, NULL };
    DeskFactSpec fact = {
      .kind = cases[i].kind, .wordings = wordings, .accept = accept, .weight = 1
    };

    g_test_message ("%s: %s", cases[i].wording, cases[i].text);
    g_assert_cmpint (desk_fact_is_said (&fact, texts, cases[i].language), ==, cases[i].is_said);
  }
}

static void
test_empty (void)
{
  const char *nothing[] = { NULL };
  const char *texts[] = { "Hej 4417.", NULL };
  DeskFactSpec fact = { .kind = DESK_FACT_NUMBER, .weight = 1 };

  g_assert_false (desk_fact_is_said (&fact, texts, "sv"));
  fact.wordings = nothing;
  fact.kind = DESK_FACT_PHRASE;
  g_assert_false (desk_fact_is_said (&fact, texts, NULL));
  fact.kind = DESK_FACT_NOT;
  fact.wordings = (const char *[]){ "", NULL };
  g_assert_false (desk_fact_is_said (&fact, texts, "xx"));
  fact.kind = DESK_FACT_TIME;
  g_assert_false (desk_fact_is_said (&fact, nothing, "en"));
}

static void
test_times (void)
{
  g_assert_true (desk_fact_time_is_readable ("14:30"));
  g_assert_true (desk_fact_time_is_readable ("2:30 pm"));
  g_assert_true (desk_fact_time_is_readable ("14.30"));
  g_assert_true (desk_fact_time_is_readable ("0:15"));
  g_assert_false (desk_fact_time_is_readable ("24:30"));
  g_assert_false (desk_fact_time_is_readable ("14:3"));
  g_assert_false (desk_fact_time_is_readable ("tomorrow"));
  g_assert_false (desk_fact_time_is_readable (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fact/is-said", test_is_said);
  g_test_add_func ("/fact/empty", test_empty);
  g_test_add_func ("/fact/times", test_times);
  return g_test_run ();
}
