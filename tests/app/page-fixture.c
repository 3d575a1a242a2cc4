/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "page-fixture.h"

static const char default_yaml[] =
    "format: 1\n"
    "title: A morning\n"
    "language: sv\n"
    "country: se\n"
    "lines: 3\n"
    "duration: 8:00\n"
    "organisation: Nordvik Bygg\n"
    "people:\n"
    "  - id: erik\n"
    "    name: Erik Öberg\n"
    "    title: Site manager\n"
    "    department: Projects\n"
    "    extension: 201\n"
    "    presence: [{from: 0:00, is: available}, {from: 4:00, is: away}]\n"
    "  - {id: oberg, name: Lars Oberg, extension: 202}\n"
    "  - {id: anna1, name: Anna Berg, department: Finance, extension: 203}\n"
    "  - {id: anna2, name: Anna Berg, department: Stores, extension: 204}\n"
    "  - id: peter\n"
    "    name: Peter Sjölund\n"
    "    title: Accountant\n"
    "    extension: 300\n"
    "    presence: [{from: 0:00, is: busy}]\n"
    "calls:\n"
    "  - id: first\n"
    "    at: 0:02\n"
    "    line: 2\n"
    "    display: {name: \"Lindqvist, Åsa\", number: 0701740605}\n"
    "    caller: {given: Åsa, surname: Lindqvist, phone: 070-174 06 05}\n"
    "    says: {opening: {text: \"Hej, är Erik inne?\"}}\n"
    "    expect: {do: message, to: erik, ticks: [please_call]}\n"
    "  - id: second\n"
    "    at: 0:05\n"
    "    display: {number: withheld}\n"
    "    caller: {given: Nils}\n"
    "    says: {opening: {text: \"Hej, är Anna inne?\"}}\n"
    "    expect: {do: message, to: anna1}\n";

DeskScenario *
desk_test_scenario_new (const char *yaml)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "test", NULL, &diagnostics);
  g_autofree char *faults = desk_diagnostics_to_text (diagnostics);

  if (scenario == NULL)
    g_error ("%s", faults);
  return scenario;
}

DeskScenario *
desk_test_scenario_new_default (void)
{
  return desk_test_scenario_new (default_yaml);
}

DeskSession *
desk_test_session_new (DeskScenario *scenario)
{
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Sven", DESK_MODE_PRACTICE);
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  g_autoptr (GError) error = NULL;
  DeskSession *session = desk_session_new (scenario, lengths, header, journal);

  desk_session_start (session, &error);
  g_assert_no_error (error);
  return session;
}

void
desk_test_session_answer (DeskSession *session, guint line, gint64 t_ms)
{
  DeskCommand command = { .type = DESK_COMMAND_ANSWER, .line = line };

  desk_session_dispatch (session, &command, t_ms);
}

static void
assert_no_mnemonic (GtkWidget *widget, gpointer n_labels)
{
  if (GTK_IS_LABEL (widget)) {
    g_assert_cmpuint (gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)), ==, GDK_KEY_VoidSymbol);
    ++*(guint *) n_labels;
  }
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), assert_no_mnemonic, n_labels);
}

void
desk_test_assert_no_mnemonics (GtkWidget *root)
{
  guint n_labels = 0;

  assert_no_mnemonic (root, &n_labels);
  g_assert_cmpuint (n_labels, >, 0);
}
