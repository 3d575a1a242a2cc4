/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/slip-drafts.h"
#include "page-fixture.h"

/* Over a long shift no memory is kept for slips that nobody wrote on, and no slip that was written on goes. */

#define N_CALLS 40
#define MOST_KEPT 10
#define LEAST_KEPT 8 /* the one that fields may show still, and those of the calls after it */

typedef struct {
  DeskScenario *scenario;
  DeskSession *session;
  DeskDirectoryIndex *index;
  DeskSlipDrafts *drafts;
} Fixture;

static DeskScenario *
scenario_new (void)
{
  GString *yaml = g_string_new ("format: 1\ntitle: A day\nlanguage: en\ncountry: gb\nlines: 2\n"
                                "duration: 60:00\norganisation: Acme\n"
                                "people: [{id: fay, name: Fay Reed, extension: 201}]\ncalls:\n");
  DeskScenario *scenario;

  for (guint n = 0; n < N_CALLS; n++)
    g_string_append_printf (yaml,
                            "  - {id: c%u, at: %u, caller: {given: Ann}, says: {opening: {text: "
                            "Hello}}, expect: {do: decline}}\n",
                            n, 1 + 20 * n);
  scenario = desk_test_scenario_new (yaml->str);
  g_string_free (yaml, TRUE);
  return scenario;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->scenario = scenario_new ();
  fixture->session = desk_test_session_new (fixture->scenario);
  fixture->index = desk_directory_index_new (fixture->scenario);
  fixture->drafts = desk_slip_drafts_new (fixture->session, fixture->index);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->drafts, desk_slip_drafts_free);
  g_clear_pointer (&fixture->index, desk_directory_index_free);
  g_clear_object (&fixture->session);
  g_clear_pointer (&fixture->scenario, desk_scenario_unref);
}

static DeskSlipDraft *
draft_of (Fixture *fixture, guint n)
{
  return desk_slip_drafts_get (fixture->drafts, fixture->scenario->calls[n]);
}

static void
look_at_all (Fixture *fixture)
{
  for (guint n = 0; n < N_CALLS; n++) {
    draft_of (fixture, n);
    desk_slip_drafts_put_away (fixture->drafts, fixture->scenario->calls[n]);
  }
}

static void
test_unwritten_go (Fixture *fixture, gconstpointer unused)
{
  gpointer first = NULL;

  g_set_weak_pointer ((GObject **) &first, (GObject *) draft_of (fixture, 0));
  look_at_all (fixture);
  g_assert_null (first);
  g_assert_cmpuint (desk_slip_drafts_count (fixture->drafts), <=, MOST_KEPT);
  g_assert_cmpint (desk_slip_draft_get_stage (draft_of (fixture, 0)), ==, DESK_SLIP_BLANK);
}

/* What is shown still when the next calls come is not taken from under the fields. */
static void
test_last_stays (Fixture *fixture, gconstpointer unused)
{
  gpointer last = NULL;

  look_at_all (fixture);
  g_set_weak_pointer ((GObject **) &last, (GObject *) draft_of (fixture, N_CALLS - 1));
  desk_slip_drafts_put_away (fixture->drafts, fixture->scenario->calls[N_CALLS - 1]);
  for (guint n = 0; n < LEAST_KEPT - 1; n++) {
    draft_of (fixture, n);
    desk_slip_drafts_put_away (fixture->drafts, fixture->scenario->calls[n]);
    g_assert_nonnull (last);
  }
  g_clear_weak_pointer ((GObject **) &last);
}

/* The session has nothing of it: the draft is all there is. */
static void
test_written_stays (Fixture *fixture, gconstpointer unused)
{
  DeskSlipDraft *written = draft_of (fixture, 3);

  gtk_entry_buffer_set_text (desk_slip_draft_get_entry (written, DESK_ENTRY_NAME), "Ann", -1);
  look_at_all (fixture);
  look_at_all (fixture);
  g_assert_true (draft_of (fixture, 3) == written);
  g_assert_cmpstr (gtk_entry_buffer_get_text (desk_slip_draft_get_entry (written, DESK_ENTRY_NAME)),
                   ==, "Ann");
}

/* Whoever goes back to a slip and writes on it then keeps it. */
static void
test_gone_back_to (Fixture *fixture, gconstpointer unused)
{
  DeskSlipDraft *draft;

  draft_of (fixture, 0);
  desk_slip_drafts_put_away (fixture->drafts, fixture->scenario->calls[0]);
  draft = draft_of (fixture, 0);
  for (guint n = 1; n < N_CALLS; n++) {
    draft_of (fixture, n);
    desk_slip_drafts_put_away (fixture->drafts, fixture->scenario->calls[n]);
  }
  g_assert_true (draft_of (fixture, 0) == draft);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/slip-drafts/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  ADD ("unwritten-go", test_unwritten_go);
  ADD ("last-stays", test_last_stays);
  ADD ("written-stays", test_written_stays);
  ADD ("gone-back-to", test_gone_back_to);
  return g_test_run ();
}
