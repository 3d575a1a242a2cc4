/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/clock-time.h"

#include <string.h>

/* The times found, "14:30" where the half of the day is known and "2:30?" where it is open. */
static const struct {
  DeskTongue tongue;
  const char *text;
  const char *times;
} texts[] = {
  { DESK_TONGUE_EN, "before 14:30", "14:30" },
  { DESK_TONGUE_EN, "before 14.30.", "14:30" },
  { DESK_TONGUE_EN, "1430", "14:30" },
  { DESK_TONGUE_EN, "2:30 pm", "14:30" },
  { DESK_TONGUE_EN, "2.30pm", "14:30" },
  { DESK_TONGUE_EN, "2.30 p.m. on Friday", "14:30" },
  { DESK_TONGUE_EN, "2.30 AM", "02:30" },
  { DESK_TONGUE_EN, "12.30 am", "00:30" },
  { DESK_TONGUE_EN, "12.30 pm", "12:30" },
  { DESK_TONGUE_EN, "2:30", "02:30?" },
  { DESK_TONGUE_EN, "half past two", "02:30?" },
  { DESK_TONGUE_EN, "half two", "02:30?" },
  { DESK_TONGUE_EN, "half past 2 in the afternoon", "14:30" },
  { DESK_TONGUE_EN, "quarter to three", "02:45?" },
  { DESK_TONGUE_EN, "a quarter past three", "03:15?" },
  { DESK_TONGUE_EN, "ten minutes past two", "02:10?" },
  { DESK_TONGUE_EN, "twenty-five to three", "02:35?" },
  { DESK_TONGUE_EN, "two thirty", "02:30?" },
  { DESK_TONGUE_EN, "fourteen thirty", "14:30" },
  { DESK_TONGUE_EN, "two oh five", "02:05?" },
  { DESK_TONGUE_EN, "two o'clock", "02:00?" },
  { DESK_TONGUE_EN, "2 pm", "14:00" },
  { DESK_TONGUE_EN, "before two", "02:00?" },
  { DESK_TONGUE_EN, "before two weeks have gone", "" },
  { DESK_TONGUE_EN, "two chairs", "" },
  { DESK_TONGUE_EN, "at noon", "12:00" },
  { DESK_TONGUE_EN, "midnight", "00:00" },
  { DESK_TONGUE_EN, "invoice 4417", "" },
  { DESK_TONGUE_EN, "forty-four seventeen", "" },
  { DESK_TONGUE_EN, "25:10 and 12:75", "" },
  { DESK_TONGUE_EN, "between 9:15 and 10:45", "09:15? 10:45?" },
  { DESK_TONGUE_EN, "between two and three", "02:00? 03:00?" },
  { DESK_TONGUE_EN, "between ten and eleven", "10:00? 11:00?" },
  { DESK_TONGUE_EN, "from 2 to 3 pm", "02:00? 15:00" },
  { DESK_TONGUE_EN, "from five to six", "05:00? 06:00?" },
  { DESK_TONGUE_EN, "five to six", "05:55?" },
  { DESK_TONGUE_EN, "17 minutes to two", "01:43?" },
  { DESK_TONGUE_EN, "two to three weeks", "" },
  { DESK_TONGUE_EN, "2-3 pm", "02:00? 15:00" },
  { DESK_TONGUE_EN, "2-3 chairs", "" },
  { DESK_TONGUE_EN, "til 3", "03:00?" },
  { DESK_TONGUE_EN, "between 4 and 10 chairs", "04:00? 10:00?" }, /* only words of measure tell */
  { DESK_TONGUE_EN, "between 4 and 10 days", "04:00?" },
  { DESK_TONGUE_EN, "halv tre", "" },
  { DESK_TONGUE_SV, "halv tre", "02:30?" },
  { DESK_TONGUE_SV, "före halv 3", "02:30?" },
  { DESK_TONGUE_SV, "halv ett", "00:30?" },
  { DESK_TONGUE_SV, "kvart i tre", "02:45?" },
  { DESK_TONGUE_SV, "kvart över tre", "03:15?" },
  { DESK_TONGUE_SV, "fem i halv tre", "02:25?" },
  { DESK_TONGUE_SV, "fem över halv tre", "02:35?" },
  { DESK_TONGUE_SV, "tjugofem över två", "02:25?" },
  { DESK_TONGUE_SV, "tio minuter i tre", "02:50?" },
  { DESK_TONGUE_SV, "två och trettio", "02:30?" },
  { DESK_TONGUE_SV, "fjorton och trettio", "14:30" },
  { DESK_TONGUE_SV, "fjorton noll fem", "14:05" },
  { DESK_TONGUE_SV, "kl. 14.30", "14:30" },
  { DESK_TONGUE_SV, "kl 14 30", "14:30" },
  { DESK_TONGUE_SV, "kl 14", "14:00" },
  { DESK_TONGUE_SV, "klockan två", "02:00?" },
  { DESK_TONGUE_SV, "vid tvåtiden", "02:00?" },
  { DESK_TONGUE_SV, "2.30 em", "14:30" },
  { DESK_TONGUE_SV, "2.30 am", "02:30" },
  { DESK_TONGUE_SV, "kl. 2:30 p.m.", "14:30" },
  { DESK_TONGUE_SV, "halv tre i eftermiddag", "14:30" },
  { DESK_TONGUE_SV, "halv åtta på morgonen", "07:30" },
  { DESK_TONGUE_SV, "halv tre i morgon", "02:30?" },
  { DESK_TONGUE_SV, "efter 3 dagar", "" },
  { DESK_TONGUE_SV, "tre över två", "02:03?" },
  { DESK_TONGUE_SV, "mellan 14 och 15", "14:00 15:00" },
  { DESK_TONGUE_SV, "mellan tio och elva", "10:00? 11:00?" },
  { DESK_TONGUE_SV, "mellan halv tre och tre", "02:30? 03:00?" },
  { DESK_TONGUE_SV, "mellan kl 14 och 15", "14:00 15:00" },
  { DESK_TONGUE_SV, "från 14 till 16", "14:00 16:00" },
  { DESK_TONGUE_SV, "kl 14-15", "14:00 15:00" },
  { DESK_TONGUE_SV, "13.30-15", "13:30 15:00" },
  { DESK_TONGUE_SV, "kl 14 och 15 stolar", "14:00" },
  { DESK_TONGUE_SV, "vid halvtretiden", "02:30?" },
  { DESK_TONGUE_SV, "halvtolv", "11:30?" },
  { DESK_TONGUE_SV, "halvfemtio", "" },
  { DESK_TONGUE_SV, "tills tre", "03:00?" },
  { DESK_TONGUE_SV, "kring två", "02:00?" },
  { DESK_TONGUE_SV, "half past two", "" },
  { DESK_TONGUE_OTHER, "halv tre, half past two, 14.30", "14:30" },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (DeskReading) reading = desk_reading_new (texts[i].text, texts[i].tongue);
    g_autoptr (GArray) times = desk_clock_times_find (reading);
    g_autoptr (GString) listed = g_string_new (NULL);

    for (guint k = 0; k < times->len; k++) {
      const DeskFoundTime *found = &g_array_index (times, DeskFoundTime, k);

      g_string_append_printf (listed, "%s%02d:%02d%s", k > 0 ? " " : "", found->time.minutes / 60,
                              found->time.minutes % 60, found->time.either_half ? "?" : "");
    }
    g_test_message ("%s", texts[i].text);
    g_assert_cmpstr (listed->str, ==, texts[i].times);
  }
}

static const struct {
  const char *written;
  gint minutes; /* -1: unreadable */
} keys[] = {
  { "14:30", 870 },      { "14.30", 870 },    { "1430", 870 },
  { "2:30 pm", 870 },    { "2 pm", 840 },     { "half past two", 150 },
  { "halv tre", 150 },   { "kl 14.30", 870 }, { "14", 840 },
  { "0:00", 0 },         { "", -1 },          { "soon", -1 },
  { "25:00", -1 },       { "14:60", -1 },     { "14:30 or so", -1 },
  { "14:30 15:30", -1 }, { "4417", -1 },
};

static void
test_keys (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    DeskClockTime time = { .minutes = -1 };

    g_assert_cmpint (desk_clock_time_read (keys[i].written, &time), ==, keys[i].minutes >= 0);
    g_assert_cmpint (time.minutes, ==, keys[i].minutes);
  }
}

static void
test_halves_of_the_day (void)
{
  DeskClockTime afternoon = { 870, FALSE };
  DeskClockTime night = { 150, FALSE };
  DeskClockTime open = { 150, TRUE };
  DeskClockTime noon = { 720, TRUE };
  DeskClockTime midnight = { 0, FALSE };

  g_assert_true (desk_clock_time_same (afternoon, afternoon));
  g_assert_false (desk_clock_time_same (afternoon, night));
  g_assert_true (desk_clock_time_same (open, afternoon));
  g_assert_true (desk_clock_time_same (night, open));
  g_assert_true (desk_clock_time_same (noon, midnight));
  g_assert_false (desk_clock_time_same (open, midnight));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock-time/texts", test_texts);
  g_test_add_func ("/clock-time/keys", test_keys);
  g_test_add_func ("/clock-time/halves-of-the-day", test_halves_of_the_day);
  return g_test_run ();
}
