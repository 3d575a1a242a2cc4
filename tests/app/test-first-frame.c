/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/settings.h"
#include "app/window.h"
#include "hands.h"
#include "page-fixture.h"

/* What is made before the first frame: the page that is shown and nothing that is opened from it. A class
 * that GObject has not initialised has no instance and never had one. */

static const char *const later[] = {
  "DeskConsolePage",  "DeskLineKey",        "DeskMessagePad",  "DeskDirectoryPanel",
  "DeskPhraseGrid",   "DeskCallCard",       "DeskSummaryPage", "DeskTimelineView",
  "DeskHistoryPage",  "DeskProgressChart",  "DeskFaultsPage",  "DeskPreferencesWindow",
  "DeskSoundPage",    "DeskKeysPage",       "DeskKeysCapture", "DeskKeySheetWindow",
  "DeskSoundCheck",   "DeskProgressDialog", "DeskCoachStrip",  "DeskDeviceChooser",
  "DeskVolumeButton", "DeskTapeBar",        "DeskReportBar",   "DeskPlayer",
  "DeskRecorder",     "DeskDeviceWatch",
};

static gboolean
was_made (const char *name)
{
  const GType type = g_type_from_name (name);

  return type != 0 && G_TYPE_IS_CLASSED (type) && g_type_class_peek (type) != NULL;
}

static void
on_frame (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
assert_only (const char *shown, const char *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (later); i++) {
    g_test_message ("%s", later[i]);
    g_assert_false (was_made (later[i]));
  }
  g_assert_true (was_made (shown));
  g_assert_false (was_made (other));
}

/* To load what draws pictures in SVG takes as long as all that is drawn before the first frame. Where the
 * theme has its icons as pixels too, none of the library's is drawn otherwise. */
static void
assert_no_svg (void)
{
  g_autofree char *maps = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/usr/share/icons/Adwaita/16x16/ui/pan-down-symbolic.symbolic.png",
                    G_FILE_TEST_EXISTS))
    return;
  g_file_get_contents ("/proc/self/maps", &maps, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (maps, "libgtk-3"));
  g_assert_null (strstr (maps, "librsvg"));
}

static void
open_and_paint (DeskScenario *scenario, const char *shown, const char *other)
{
  g_autoptr (GtkApplication) application = desk_test_application_new ();
  g_autoptr (GSettings) settings = desk_settings_new (NULL);
  GtkWidget *window = desk_window_new (application, settings, scenario);
  gboolean painted = FALSE;

  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_frame),
                    &painted);
  gtk_widget_show (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  assert_only (shown, other);
  gtk_widget_destroy (window);
}

/* Each in a process of its own: what was made stays made. */

static void
test_start_page (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();

    open_and_paint (scenario, "DeskStartPage", "DeskLibraryPage");
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_library (void)
{
  if (g_test_subprocess ()) {
    open_and_paint (NULL, "DeskLibraryPage", "DeskStartPage");
    assert_no_svg ();
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/first-frame/start-page", test_start_page);
  g_test_add_func ("/first-frame/library", test_library);
  return g_test_run ();
}
