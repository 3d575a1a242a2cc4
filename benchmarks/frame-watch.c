/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <dlfcn.h>
#include <fcntl.h>
#include <gtk/gtk.h>
#include <portaudio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Watches a GTK program from within, without its knowledge: GTK loads this as one of GTK_MODULES, and
 * with LD_PRELOAD it sees the sound library begin, too. A line each goes to the file that FRAME_WATCH
 * names; times are CLOCK_MONOTONIC's:
 *
 *   first-frame NS CPU_NS PSS_KIB     the first frame that was drawn, and what it took until then
 *   frame BEGUN_NS DRAWN_NS           every frame that something was drawn in
 *   key PRESSED_MS DRAWN_NS           the first frame after a key press that the program was told of
 *   sound NS main|other               the sound library is initialised, on which thread
 *
 * A frame is drawn when the X server has drawn it. With FRAME_WATCH_ONCE the program ends after the
 * first. */

/* GTK calls it by this name. */
G_MODULE_EXPORT void gtk_module_init (gint *argc, gchar ***argv);

static int file = -1;

/* The frame that is being drawn, and the key presses that wait for one. */
static gint64 begun_ns;
static gboolean drawn;
static gboolean had_first;
static GArray *pressed_ms; /* of guint32 */

static gint64
read_clock (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return (gint64) t.tv_sec * 1000000000 + t.tv_nsec;
}

static void
tell (const char *line)
{
  if (file < 0 && g_getenv ("FRAME_WATCH") != NULL)
    file = open (g_getenv ("FRAME_WATCH"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file >= 0 && write (file, line, strlen (line)) < 0)
    g_printerr ("frame-watch: a line was lost\n");
}

/* What this process has of memory, pages that others share counted in parts, in KiB. */
static long
read_pss (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? strtol (line + strlen ("\nPss:"), NULL, 10) : 0;
}

static void
tell_first (gint64 drawn_ns)
{
  char line[96];

  had_first = TRUE;
  snprintf (line, sizeof line, "first-frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %ld\n",
            drawn_ns, read_clock (CLOCK_PROCESS_CPUTIME_ID), read_pss ());
  tell (line);
  if (g_getenv ("FRAME_WATCH_ONCE") != NULL)
    _exit (0);
}

static void
on_before_paint (GdkFrameClock *clock, gpointer data)
{
  begun_ns = read_clock (CLOCK_MONOTONIC);
  drawn = FALSE;
}

static gboolean
on_draw (GtkWidget *window, cairo_t *cairo, gpointer data)
{
  drawn = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  char line[96];
  gint64 drawn_ns;

  if (!drawn)
    return;

  gdk_display_sync (gdk_display_get_default ());
  drawn_ns = read_clock (CLOCK_MONOTONIC);
  if (!had_first)
    tell_first (drawn_ns);
  snprintf (line, sizeof line, "frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", begun_ns,
            drawn_ns);
  tell (line);
  for (guint i = 0; i < pressed_ms->len; i++) {
    snprintf (line, sizeof line, "key %u %" G_GINT64_FORMAT "\n",
              g_array_index (pressed_ms, guint32, i), drawn_ns);
    tell (line);
  }
  g_array_set_size (pressed_ms, 0);
}

/* Each window of the program. */
static gboolean
on_map (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GdkFrameClock *clock;

  if (!GTK_IS_WINDOW (widget) || g_object_get_data (G_OBJECT (widget), "frame-watch") != NULL)
    return TRUE;

  g_object_set_data (G_OBJECT (widget), "frame-watch", widget);
  clock = gtk_widget_get_frame_clock (widget);
  g_signal_connect (widget, "draw", G_CALLBACK (on_draw), NULL);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), NULL);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), NULL);
  return TRUE;
}

/* The same event comes to several widgets; it is obeyed before the next frame begins. The server's time
 * is CLOCK_MONOTONIC's, in milliseconds, cut to 32 bits. */
static gboolean
on_key_press (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  const GdkEventKey *event = g_value_get_boxed (&values[1]);

  const guint n_waiting = pressed_ms->len;

  if (n_waiting == 0 || g_array_index (pressed_ms, guint32, n_waiting - 1) != event->time)
    g_array_append_val (pressed_ms, event->time);
  return TRUE;
}

void
gtk_module_init (gint *argc, gchar ***argv)
{
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_WIDGET);

  pressed_ms = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("key-press-event", GTK_TYPE_WIDGET), 0, on_key_press,
                              NULL, NULL);
  g_type_class_unref (klass);
}

PaError
Pa_Initialize (void)
{
  PaError (*next) (void) = NULL;
  char line[64];

  *(void **) &next = dlsym (RTLD_NEXT, "Pa_Initialize");
  snprintf (line, sizeof line, "sound %" G_GINT64_FORMAT " %s\n", read_clock (CLOCK_MONOTONIC),
            gettid () == getpid () ? "main" : "other");
  tell (line);
  return next != NULL ? next () : paInternalError;
}
