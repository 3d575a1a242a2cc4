/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <sys/wait.h>

#include "app/appearance.h"
#include "cli/settings.h"
#include "app/symbol-size.h"

/* Contrast as WCAG 2.2 defines it, worked out here from the standard: relative luminance of sRGB, and
 * (L1 + 0.05) / (L2 + 0.05). */

static double
linear (double value)
{
  return value <= .04045 ? value / 12.92 : pow ((value + .055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return .2126 * linear (colour->red) + .7152 * linear (colour->green) +
         .0722 * linear (colour->blue);
}

static double
contrast (const GdkRGBA *one, const GdkRGBA *other)
{
  double a = luminance (one), b = luminance (other);

  return (MAX (a, b) + .05) / (MIN (a, b) + .05);
}

#define TEXT 4.5
#define SHAPE 3.0

typedef struct {
  const char *ink;
  const char *ground;
  double least;
} Pair;

/* What stands on what, in pages.css and frontdesk.css. */
static const Pair pairs[] = {
  { "theme_fg_color", "theme_bg_color", TEXT },
  { "theme_text_color", "theme_base_color", TEXT },
  { "desk_selected_text", "desk_selected", TEXT },
  { "desk_dim", "theme_bg_color", TEXT },
  { "desk_dim", "theme_base_color", TEXT },
  { "desk_dim", "desk_ringing_ground", TEXT },
  { "desk_dim", "desk_connected_ground", TEXT },
  { "desk_dim", "desk_recall_ground", TEXT },
  { "desk_dim", "desk_caller_ground", TEXT },
  { "desk_dim", "desk_trainee_ground", TEXT },
  { "desk_dim", "desk_colleague_ground", TEXT },
  { "theme_fg_color", "desk_ringing_ground", TEXT },
  { "theme_fg_color", "desk_connected_ground", TEXT },
  { "theme_fg_color", "desk_recall_ground", TEXT },
  { "theme_text_color", "desk_caller_ground", TEXT },
  { "theme_text_color", "desk_trainee_ground", TEXT },
  { "theme_text_color", "desk_colleague_ground", TEXT },
  { "desk_wrong", "theme_bg_color", TEXT },
  { "desk_wrong", "theme_base_color", TEXT },
  { "desk_partly", "theme_bg_color", TEXT },
  { "desk_partly", "theme_base_color", TEXT },
  { "desk_right", "theme_bg_color", TEXT },
  { "desk_right", "theme_base_color", TEXT },
  { "desk_available", "theme_base_color", SHAPE },
  { "desk_busy", "theme_base_color", SHAPE },
  { "desk_do_not_disturb", "theme_base_color", SHAPE },
  { "desk_away", "theme_base_color", SHAPE },
  { "desk_line_idle", "theme_bg_color", SHAPE },
  { "desk_line_idle", "theme_base_color", SHAPE },
  { "desk_line_ringing", "desk_ringing_ground", SHAPE },
  { "desk_line_ringing", "theme_base_color", SHAPE },
  { "desk_line_connected", "desk_connected_ground", SHAPE },
  { "desk_line_connected", "theme_base_color", SHAPE },
  { "desk_line_held", "theme_bg_color", SHAPE },
  { "desk_line_held", "theme_base_color", SHAPE },
  { "desk_line_consulting", "theme_bg_color", SHAPE },
  { "desk_line_consulting", "theme_base_color", SHAPE },
  { "desk_line_transferring", "theme_bg_color", SHAPE },
  { "desk_line_transferring", "theme_base_color", SHAPE },
  { "desk_line_recall", "desk_recall_ground", SHAPE },
  { "desk_line_recall", "theme_base_color", SHAPE },
  { "desk_series_score", "theme_base_color", SHAPE },
  { "desk_series_response", "theme_base_color", SHAPE },
  { "desk_series_message", "theme_base_color", SHAPE },
  { "desk_edge", "theme_bg_color", SHAPE },
  { "desk_edge", "theme_base_color", SHAPE },
  { "desk_focus", "theme_bg_color", SHAPE },
  { "desk_focus", "theme_base_color", SHAPE },
  { "desk_focus", "desk_ringing_ground", SHAPE },
  { "desk_focus", "desk_connected_ground", SHAPE },
  { "desk_focus", "desk_recall_ground", SHAPE },
};

static GSettings *
settings_new (void)
{
  g_autoptr (GError) error = NULL;
  GSettings *settings = desk_settings_new (&error);

  g_assert_no_error (error);
  return settings;
}

static GdkRGBA
colour (GtkWidget *window, const char *name)
{
  GdkRGBA found;

  g_assert_true (
      gtk_style_context_lookup_color (gtk_widget_get_style_context (window), name, &found));
  return found;
}

static guint
count_faults (GtkWidget *window, const Pair *pair)
{
  GdkRGBA ink = colour (window, pair->ink), ground = colour (window, pair->ground);
  double is = contrast (&ink, &ground);

  g_assert_cmpfloat (ink.alpha, ==, 1);
  g_assert_cmpfloat (ground.alpha, ==, 1);
  if (is >= pair->least)
    return 0;
  g_test_message ("%s on %s: %.2f, at least %.1f", pair->ink, pair->ground, is, pair->least);
  return 1;
}

/* Styles are worked out anew when a frame is drawn. */
static void
settle (void)
{
  gint64 until_us = g_get_monotonic_time () + 100 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until_us)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
test_contrast (gconstpointer theme)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (DeskAppearance) appearance = NULL;
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  guint n_faults = 0;

  g_settings_set_string (settings, "theme", theme);
  appearance = desk_appearance_new (settings);
  gtk_widget_show (window);
  settle ();
  for (guint n = 0; n < G_N_ELEMENTS (pairs); n++)
    n_faults += count_faults (window, &pairs[n]);
  g_assert_cmpuint (n_faults, ==, 0);
  gtk_widget_destroy (window);
  g_settings_reset (settings, "theme");
}

/* The figures of the standard's own examples: black on white is 21:1, #777777 on white 4.48:1. */
static void
test_measure (void)
{
  GdkRGBA white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 }, grey;

  gdk_rgba_parse (&grey, "#777777");
  g_assert_cmpfloat_with_epsilon (contrast (&black, &white), 21, .001);
  g_assert_cmpfloat_with_epsilon (contrast (&grey, &white), 4.48, .005);
}

static gboolean
is_dark (GtkWidget *window)
{
  GdkRGBA ground = colour (window, "theme_bg_color");

  return luminance (&ground) < .2;
}

/* The windows that are open change with the settings. */
static void
test_theme_at_once (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  G_GNUC_UNUSED g_autoptr (DeskAppearance) appearance = desk_appearance_new (settings);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GdkRGBA usual, contrasty;

  gtk_widget_show (window);
  settle ();
  g_assert_false (is_dark (window));
  usual = colour (window, "desk_line_held");
  g_settings_set_string (settings, "theme", "dark");
  g_assert_true (is_dark (window));
  g_settings_set_string (settings, "theme", "high-contrast");
  g_assert_false (is_dark (window));
  contrasty = colour (window, "desk_line_held");
  g_assert_false (gdk_rgba_equal (&usual, &contrasty));
  g_settings_set_string (settings, "theme", "light");
  g_assert_false (is_dark (window));
  g_settings_set_string (settings, "theme", "system");
  g_assert_false (is_dark (window));
  gtk_widget_destroy (window);
}

static int
natural_height (GtkWidget *widget)
{
  int height;

  settle ();
  gtk_widget_get_preferred_height (widget, NULL, &height);
  return height;
}

static void
test_text_scale_at_once (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  DeskAppearance *appearance = desk_appearance_new (settings);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new ("Åsa Lindqvist");
  int usual;

  gtk_container_add (GTK_CONTAINER (window), label);
  gtk_widget_show_all (window);
  usual = natural_height (label);
  g_settings_set_double (settings, "text-scale", 2);
  g_assert_cmpint (natural_height (label), >=, 2 * usual - 2);
  g_settings_set_double (settings, "text-scale", 1.5);
  g_assert_cmpint (natural_height (label), <, 2 * usual - 2);
  g_assert_cmpint (natural_height (label), >, usual);
  g_settings_set_double (settings, "text-scale", 1);
  g_assert_cmpint (natural_height (label), ==, usual);
  g_settings_set_double (settings, "text-scale", 2);
  g_object_unref (appearance);
  g_assert_cmpint (natural_height (label), ==, usual);
  g_settings_set_double (settings, "text-scale", 1);
  gtk_widget_destroy (window);
}

/* A symbol that its maker gave a size keeps it; beside usual text all are as GTK has them. */
static void
test_symbols_grow (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  G_GNUC_UNUSED g_autoptr (DeskAppearance) appearance = desk_appearance_new (settings);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *symbol = gtk_image_new_from_icon_name ("open-menu-symbolic", GTK_ICON_SIZE_BUTTON);
  GtkWidget *sized = gtk_image_new_from_icon_name ("open-menu-symbolic", GTK_ICON_SIZE_BUTTON);
  int usual;

  desk_symbols_follow_text ();
  gtk_image_set_pixel_size (GTK_IMAGE (sized), 20);
  gtk_container_add (GTK_CONTAINER (box), symbol);
  gtk_container_add (GTK_CONTAINER (box), sized);
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_widget_show_all (window);
  settle ();
  usual = natural_height (symbol);
  g_assert_cmpint (usual, >=, 16);
  g_settings_set_double (settings, "text-scale", 2);
  settle ();
  g_assert_cmpint (natural_height (symbol), >=, 28);
  g_assert_cmpint (natural_height (sized), ==, 20);
  g_settings_set_double (settings, "text-scale", 1);
  settle ();
  g_assert_cmpint (natural_height (symbol), ==, usual);
  gtk_widget_destroy (window);
}

/* A settings service as desktops have one, with nothing but the resolution in it. */

#define USUAL_DPI 96

typedef struct {
  char *path; /* owned: of its settings */
  GPid pid;
} Desktop;

static void
desktop_write (const Desktop *desktop, int dpi)
{
  g_autofree char *text = g_strdup_printf ("Xft/DPI %d\n", dpi * PANGO_SCALE);

  g_assert_true (g_file_set_contents (desktop->path, text, -1, NULL));
}

static void
desktop_start (Desktop *desktop)
{
  const char *argv[] = { "xsettingsd", "-c", NULL, NULL };

  desktop->path = g_build_filename (g_get_user_config_dir (), "xsettings", NULL);
  argv[2] = desktop->path;
  desktop_write (desktop, USUAL_DPI);
  g_assert_true (g_spawn_async (NULL, (char **) argv, NULL,
                                G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
                                    G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                                NULL, NULL, &desktop->pid, NULL));
}

static void
desktop_set_dpi (const Desktop *desktop, int dpi)
{
  desktop_write (desktop, dpi);
  g_assert_cmpint (kill (desktop->pid, SIGHUP), ==, 0);
}

static void
desktop_stop (Desktop *desktop)
{
  kill (desktop->pid, SIGTERM);
  waitpid (desktop->pid, NULL, 0);
  g_unlink (desktop->path);
  g_free (desktop->path);
}

/* About: letters are of whole pixels. */
static gboolean
becomes (GtkWidget *label, int height)
{
  for (guint i = 0; i < 50; i++)
    if (10 * ABS (natural_height (label) - height) <= height)
      return TRUE;
  g_test_message ("%d px, not %d", natural_height (label), height);
  return FALSE;
}

/* Text that is made larger on the desktop grows in a window that is open, times our own scale. */
static void
test_desktop_text_scale (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  DeskAppearance *appearance = desk_appearance_new (settings);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new ("Åsa Lindqvist");
  Desktop desktop;
  int usual;

  gtk_container_add (GTK_CONTAINER (window), label);
  gtk_widget_show_all (window);
  usual = natural_height (label);
  desktop_start (&desktop);
  settle (); /* until it serves */
  settle ();
  desktop_set_dpi (&desktop, 2 * USUAL_DPI);
  g_assert_true (becomes (label, 2 * usual));
  g_settings_set_double (settings, "text-scale", 1.5);
  g_assert_true (becomes (label, 3 * usual));
  desktop_set_dpi (&desktop, USUAL_DPI);
  g_assert_true (becomes (label, usual * 3 / 2));
  g_settings_set_double (settings, "text-scale", 1);
  g_assert_true (becomes (label, usual));
  desktop_stop (&desktop);
  g_object_unref (appearance);
  gtk_widget_destroy (window);
}

static void
test_large_targets_at_once (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  G_GNUC_UNUSED g_autoptr (DeskAppearance) appearance = desk_appearance_new (settings);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label ("1");
  int width, height;

  gtk_container_add (GTK_CONTAINER (window), button);
  gtk_widget_show_all (window);
  g_assert_cmpint (natural_height (button), <, 44);
  g_settings_set_boolean (settings, "large-targets", TRUE);
  settle ();
  height = natural_height (button);
  gtk_widget_get_preferred_width (button, &width, NULL);
  /* 2 px of margin on every side are part of what GTK tells, and not of the target. */
  g_assert_cmpint (height - 4, >=, 44);
  g_assert_cmpint (width - 4, >=, 44);
  g_settings_set_boolean (settings, "large-targets", FALSE);
  g_assert_cmpint (natural_height (button), <, 44);
  gtk_widget_destroy (window);
}

static gboolean
is_no_smaller (GtkWidget *widget, GtkRequisition *before)
{
  GtkRequisition now;

  gtk_widget_get_preferred_size (widget, NULL, &now);
  return now.width >= before->width && now.height >= before->height;
}

static void
test_large_targets_with_large_text (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  G_GNUC_UNUSED g_autoptr (DeskAppearance) appearance = desk_appearance_new (settings);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *widgets[] = { gtk_button_new_with_label ("Åsa Lindqvist"),
                           gtk_check_button_new_with_label ("Åsa Lindqvist"),
                           gtk_check_button_new (), gtk_entry_new (),
                           gtk_spin_button_new (NULL, 1, 0) };
  GtkRequisition before[G_N_ELEMENTS (widgets)];

  g_settings_set_double (settings, "text-scale", 2);
  gtk_container_add (GTK_CONTAINER (window), box);
  for (guint n = 0; n < G_N_ELEMENTS (widgets); n++)
    gtk_container_add (GTK_CONTAINER (box), widgets[n]);
  gtk_widget_show_all (window);
  settle ();
  for (guint n = 0; n < G_N_ELEMENTS (widgets); n++)
    gtk_widget_get_preferred_size (widgets[n], NULL, &before[n]);
  /* The margin of a button is no target. */
  before[0].width += 4;
  before[0].height += 4;
  g_settings_set_boolean (settings, "large-targets", TRUE);
  settle ();
  for (guint n = 0; n < G_N_ELEMENTS (widgets); n++)
    if (!is_no_smaller (widgets[n], &before[n]))
      g_error ("%s %u is smaller", G_OBJECT_TYPE_NAME (widgets[n]), n);
  gtk_widget_destroy (window);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appearance/measure", test_measure);
  g_test_add_data_func ("/appearance/contrast/light", "light", test_contrast);
  g_test_add_data_func ("/appearance/contrast/dark", "dark", test_contrast);
  g_test_add_data_func ("/appearance/contrast/high", "high-contrast", test_contrast);
  g_test_add_func ("/appearance/theme", test_theme_at_once);
  g_test_add_func ("/appearance/text-scale", test_text_scale_at_once);
  g_test_add_func ("/appearance/symbols", test_symbols_grow);
  g_test_add_func ("/appearance/desktop-text-scale", test_desktop_text_scale);
  g_test_add_func ("/appearance/large-targets", test_large_targets_at_once);
  g_test_add_func ("/appearance/large-targets-large-text", test_large_targets_with_large_text);
  return g_test_run ();
}
