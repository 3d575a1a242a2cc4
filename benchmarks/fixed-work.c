/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <gnu/libc-version.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "long-shift.h"
#include "matching/slip.h"
#include "matching/text-fold.h"
#include "rehearsal/virtual-shift.h"

/* The same work each time, for tests/scripts/check-instructions to count its instructions:
 *
 *   fixed-work engine       a shift of 200 calls in virtual time, journalled to memory
 *   fixed-work matching     names and notes folded, and 50 messages scored
 *   fixed-work --toolchain  what the counts depend on besides our own code
 *
 * Only what happens within engine_work () and matching_work () is counted. */

#define CALLS 200
#define MESSAGES 50

#define COUNTED __attribute__ ((noinline)) void

/* They are found by their names, so they are not static. */
COUNTED engine_work (DeskScenario *scenario);
COUNTED matching_work (const DeskSlipKey *key, const DeskSlip *slip);

void
engine_work (DeskScenario *scenario)
{
  g_autoptr (DeskClipLengths) clips = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Kim", DESK_MODE_SIMULATED);
  g_autoptr (GBytes) journal = NULL;

  desk_recording_free (
      desk_virtual_shift_run (scenario, clips, header, DESK_TRAINEE_STEADY, &journal));
}

void
matching_work (const DeskSlipKey *key, const DeskSlip *slip)
{
  for (guint i = 0; i < MESSAGES; i++) {
    g_free (desk_text_fold (slip->name));
    g_free (desk_text_fold (slip->text));
    desk_slip_score_free (desk_slip_key_score (key, slip));
  }
}

static void
work_engine (void)
{
  g_autoptr (DeskScenario) scenario = long_shift_new (CALLS);

  engine_work (scenario);
}

static void
work_matching (void)
{
  static const char *const number[] = { "4417", NULL }, *const time[] = { "14:30", NULL },
                           *const phrase[] = { "ny offert", NULL },
                           *const unpaid[] = { "betald", NULL };
  static const char *const heard[] = { "Faktura 4417 är inte betald. Ring före halv tre.",
                                       "Jag vill ha en ny offert.", NULL };
  static const DeskFactSpec facts[] = {
    { .kind = DESK_FACT_NUMBER, .wordings = number, .weight = 2 },
    { .kind = DESK_FACT_TIME, .wordings = time, .weight = 1 },
    { .kind = DESK_FACT_PHRASE, .wordings = phrase, .weight = 1 },
    { .kind = DESK_FACT_NOT, .wordings = unpaid, .weight = 1 },
  };
  const DeskSlipKeySpec spec = { .language = "sv",
                                 .country = DESK_COUNTRY_SE,
                                 .to = "erik",
                                 .to_name = "Erik Öberg",
                                 .given = "Åsa",
                                 .surname = "Lindqvist",
                                 .organisation = "Nordvik Bygg",
                                 .phone = "070-174 06 05",
                                 .ticks = DESK_TICK_PLEASE_CALL,
                                 .facts = facts,
                                 .n_facts = G_N_ELEMENTS (facts),
                                 .model_note = heard[0],
                                 .heard = heard };
  const DeskSlip slip = {
    .to = (char *) "erik",
    .name = (char *) "Åsa Lindkvist",
    .organisation = (char *) "Nordvik Bygg",
    .phone = (char *) "070-174 06 05",
    .text = (char *) "Faktura 4417 är inte betald, hon vill ha en ny offert. Ring före halv tre.",
    .ticks = DESK_TICK_PLEASE_CALL
  };
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&spec);

  matching_work (key, &slip);
}

static void
print_toolchain (void)
{
  printf ("%s, glibc %s, GLib %u.%u.%u, Jansson %s\n", TOOLCHAIN, gnu_get_libc_version (),
          glib_major_version, glib_minor_version, glib_micro_version, jansson_version_str ());
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], "--toolchain") == 0)
    print_toolchain ();
  else if (argc == 2 && strcmp (argv[1], "engine") == 0)
    work_engine ();
  else if (argc == 2 && strcmp (argv[1], "matching") == 0)
    work_matching ();
  else
    return 2;
  return 0;
}
