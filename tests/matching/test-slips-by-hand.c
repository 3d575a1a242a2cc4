/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "slips.h"

static void
check_field (const DeskSlipScore *score, DeskField field, double expected)
{
  g_test_message ("%s %g, by hand %g", desk_field_name (field), score->fields[field].value,
                  expected);
  g_assert_cmpint (score->fields[field].applies, ==, expected >= 0);
  g_assert_true (expected < 0 || G_APPROX_VALUE (score->fields[field].value, expected, 1e-9));
}

static void
test_slip (gconstpointer data)
{
  const WorkedSlip *worked = data;
  g_autoptr (DeskSlipKey) key = slip_call_key_new (worked->call);
  g_autoptr (DeskSlip) slip = slip_from_line (worked->slip);
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, slip);

  g_test_message ("%s", worked->slip);
  for (gsize i = 0; i < score->n_facts; i++) {
    g_autofree char *fact = desk_remark_to_english (score->facts[i].fact);

    g_test_message ("%s: %d, by hand %d", fact, score->facts[i].value, worked->values[i]);
    g_assert_cmpint (score->facts[i].value, ==, worked->values[i]);
  }
  if (score->n_facts > 0)
    g_assert_cmpuint (score->n_unsaid_numbers, ==, worked->n_unsaid);
  for (guint field = 0; field < DESK_N_FIELDS; field++)
    check_field (score, (DeskField) field, worked->fields[field]);
  g_assert_true (G_APPROX_VALUE (score->value, worked->worth, 1e-9));
}

/* What is worked by hand must hang together: M is the weighted mean of the fields beside it. */
static void
check_arithmetic (const WorkedSlip *worked)
{
  static const double weights[DESK_N_FIELDS] = { .10, .20, .05, .25, .05, .35 };
  double sum = 0;
  double applying = 0;

  for (guint field = 0; field < DESK_N_FIELDS; field++) {
    if (worked->fields[field] >= 0) {
      sum += weights[field] * worked->fields[field];
      applying += weights[field];
    }
  }
  g_test_message ("%s", worked->slip);
  g_assert_true (G_APPROX_VALUE (worked->worth, sum / applying, 1e-9));
}

static void
test_arithmetic (void)
{
  g_assert_cmpuint (n_slips_sv, >=, 30);
  g_assert_cmpuint (n_slips_en, >=, 30);
  for (gsize i = 0; i < n_slips_sv; i++)
    check_arithmetic (&slips_sv[i]);
  for (gsize i = 0; i < n_slips_en; i++)
    check_arithmetic (&slips_en[i]);
}

static void
add_slips (const char *language, const WorkedSlip *slips, gsize n_slips)
{
  for (gsize i = 0; i < n_slips; i++) {
    g_autofree char *path = g_strdup_printf ("/slips-by-hand/%s/%02u", language, (guint) i + 1);

    g_test_add_data_func (path, &slips[i], test_slip);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slips-by-hand/arithmetic", test_arithmetic);
  add_slips ("sv", slips_sv, n_slips_sv);
  add_slips ("en", slips_en, n_slips_en);
  return g_test_run ();
}
