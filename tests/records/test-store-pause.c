/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-pause.h"

typedef struct {
  guint n_failures;
  gint64 asked_s;
  gboolean misset;
  double least_s; /* with the chance 0 */
  double most_s;  /* with the chance 1 */
} Case;

static const Case cases[] = {
  { 1, -1, FALSE, 5, 10 },
  { 2, -1, FALSE, 10, 20 },
  { 3, -1, FALSE, 20, 40 },
  { 8, -1, FALSE, 640, 1280 },
  { 9, -1, FALSE, 900, 1800 },
  { G_MAXUINT, -1, FALSE, 900, 1800 },
  { 0, -1, FALSE, 5, 10 },
  /* The store's own wish is the least, and the seats part beyond it. */
  { 1, 0, FALSE, 5, 10 },
  { 1, 120, FALSE, 120, 130 },
  { 1, 7200, FALSE, 7200, 7210 },
  { 1, G_MAXINT64, FALSE, 7200, 7210 },
  { 9, 120, FALSE, 900, 1800 },
  /* Somebody has to set it right first. */
  { 1, -1, TRUE, 900, 1800 },
  { 1, 3600, TRUE, 3600, 3610 },
};

static void
test_pauses (void)
{
  for (guint n = 0; n < G_N_ELEMENTS (cases); n++) {
    const Case *at = &cases[n];

    g_assert_cmpfloat (desk_store_pause (at->n_failures, at->asked_s, at->misset, 0), ==,
                       at->least_s);
    g_assert_cmpfloat (desk_store_pause (at->n_failures, at->asked_s, at->misset, 1), ==,
                       at->most_s);
  }
}

/* Thirty seats that failed together come back over the whole of the span. */
static void
test_seats_part (void)
{
  for (guint seat = 1; seat < 30; seat++)
    g_assert_cmpfloat (desk_store_pause (4, -1, FALSE, seat / 30.0), >,
                       desk_store_pause (4, -1, FALSE, (seat - 1) / 30.0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/store-pause/pauses", test_pauses);
  g_test_add_func ("/records/store-pause/seats-part", test_seats_part);
  return g_test_run ();
}
