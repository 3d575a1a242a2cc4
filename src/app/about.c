/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/about.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "audio/port.h"
#include "scoring/scorecard.h"

static const char *
describe_state (DeskOutputState state)
{
  switch (state) {
  case DESK_OUTPUT_OPENING: return "opening";
  case DESK_OUTPUT_PLAYING: return "playing";
  case DESK_OUTPUT_LOST: return "lost";
  case DESK_OUTPUT_SILENT: return "silent";
  }
  return "";
}

static void
add_stream (GString *parts, DeskAudio *audio, DeskStreamRole role, const char *name)
{
  DeskStreamStatus status;

  desk_audio_get_status (audio, role, &status);
  if (status.wanted)
    g_string_append_printf (parts, "%s: %s (%s)\n", name,
                            status.device != NULL ? status.device : "none",
                            describe_state (status.state));
}

/* The versions of all parts, a line each, in English in every locale, for it is sent to those who mend
 * the program. (transfer full) */
static char *
describe_parts (DeskAudio *audio)
{
  GString *parts = g_string_new (NULL);

  g_string_append_printf (parts, "Frontdesk %s, rubric %d\n", DESK_VERSION, DESK_RUBRIC);
  g_string_append_printf (parts, "GLib %u.%u.%u\nGTK %u.%u.%u\n", glib_major_version,
                          glib_minor_version, glib_micro_version, gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (parts, "%s\n", desk_port_get_version ());
  g_string_append_printf (parts, "Display: %s\n", G_OBJECT_TYPE_NAME (gdk_display_get_default ()));
  g_string_append_printf (parts, "Locale: %s, LANGUAGE=%s\n", setlocale (LC_MESSAGES, NULL),
                          g_getenv ("LANGUAGE") != NULL ? g_getenv ("LANGUAGE") : "");
  add_stream (parts, audio, DESK_STREAM_HEADSET, "Headset");
  add_stream (parts, audio, DESK_STREAM_RINGER, "Ringer");
  add_stream (parts, audio, DESK_STREAM_MICROPHONE, "Microphone");
  return g_string_free (parts, FALSE);
}

static void
on_copy (GtkWidget *dialog, const char *parts)
{
  gtk_clipboard_set_text (gtk_widget_get_clipboard (dialog, GDK_SELECTION_CLIPBOARD), parts, -1);
}

#define RESPONSE_COPY 1

static void
on_response (GtkWidget *dialog, int response, gpointer parts)
{
  if (response == RESPONSE_COPY)
    on_copy (dialog, parts);
  else
    gtk_widget_destroy (dialog);
}

/* What is copied can be read first. */
static void
add_parts (GtkWidget *dialog, const char *parts)
{
  GtkWidget *label = gtk_label_new (parts), *expander = gtk_expander_new (_ ("Versions and sound"));

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_container_add (GTK_CONTAINER (expander), label);
  gtk_widget_show_all (expander);
  gtk_container_add (GTK_CONTAINER (gtk_dialog_get_content_area (GTK_DIALOG (dialog))), expander);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Copy versions"), RESPONSE_COPY);
}

/* From the build tree the program's own icon is not in the theme. */
static const char *
find_logo (void)
{
  const char *own = "org.frontdesk.Frontdesk";

  return gtk_icon_theme_has_icon (gtk_icon_theme_get_default (), own) ? own : "audio-headset";
}

GtkWidget *
desk_about_dialog_new (GtkWindow *parent, DeskAudio *audio)
{
  static const char *const authors[] = { "The Frontdesk authors", NULL };
  static const char *const libraries[] = {
    "GLib, GTK, Pango, Cairo",
    "PortAudio, PulseAudio",
    "libsndfile, Opus, soxr, libebur128",
    "libyaml, Jansson, SQLite, libarchive",
    "Snowball, cmark",
    NULL,
  };
  static const char *const voices[] = { "eSpeak NG", "Flite", NULL };
  g_autofree char *rubric = g_strdup_printf (_ ("Rubric %d"), DESK_RUBRIC);
  g_autofree char *version = g_strdup_printf ("%s – %s", DESK_VERSION, rubric);
  GtkWidget *dialog =
      g_object_new (GTK_TYPE_ABOUT_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                    "modal", TRUE, "program-name", _ ("Frontdesk"), "version", version, "comments",
                    _ ("Practise answering the telephone at a front desk"), "copyright",
                    "© 2026 The Frontdesk authors", "license-type", GTK_LICENSE_GPL_3_0, "authors",
                    authors, "logo-icon-name", find_logo (), NULL);
  char *parts = describe_parts (audio);

  gtk_about_dialog_add_credit_section (GTK_ABOUT_DIALOG (dialog), _ ("Libraries"),
                                       (const char **) libraries);
  gtk_about_dialog_add_credit_section (GTK_ABOUT_DIALOG (dialog), _ ("Voices"),
                                       (const char **) voices);
  add_parts (dialog, parts);
  g_object_set_data_full (G_OBJECT (dialog), "desk-parts", parts, g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), parts);
  return dialog;
}
