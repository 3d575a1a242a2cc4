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
 *   first-frame NS CPU_NS PSS_KIB PAINTED_NS
 *                                     the first frame that was drawn, what it took until then, and when
 *                                     the program was done with it
 *   frame BEGUN_NS DRAWN_NS           every frame that something was drawn in
 *   key PRESSED_MS DRAWN_NS CPU_NS    the first frame after a key press that the program was told of, and
 *                                     the processor time that the main thread took from hearing of it
 *   wake NS                           the main loop has slept and was woken
 *   sound NS main|other               the sound library is initialised, on which thread
 *
 * A frame is drawn when the X server has drawn it. With FRAME_WATCH_ONCE the program ends after the
 * first. */

/* GTK calls it by this name. */
G_MODULE_EXPORT void gtk_module_init (gint *argc, gchar ***argv);

typedef struct {
  guint32 at_ms;
  gint64 cpu_ns; /* of the main thread, when it heard of it */
} Press;

static int file = -1;

/* The frame that is being drawn, and the key presses that wait for one. */
static gint64 begun_ns;
static gint64 painted_ns;
static gboolean drawn;
static gboolean had_first;
static GArray *presses; /* of Press */

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
  char line[128];

  had_first = TRUE;
  snprintf (line, sizeof line,
            "first-frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %ld %" G_GINT64_FORMAT "\n",
            drawn_ns, read_clock (CLOCK_PROCESS_CPUTIME_ID), read_pss (), painted_ns);
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
on_paint (GdkFrameClock *clock, gpointer data)
{
  painted_ns = read_clock (CLOCK_MONOTONIC);
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
  for (guint i = 0; i < presses->len; i++) {
    const Press *press = &g_array_index (presses, Press, i);

    snprintf (line, sizeof line, "key %u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", press->at_ms,
              drawn_ns, read_clock (CLOCK_THREAD_CPUTIME_ID) - press->cpu_ns);
    tell (line);
  }
  g_array_set_size (presses, 0);
}

/* Each window of the program. */
static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GdkFrameClock *clock;

  if (!GTK_IS_WINDOW (widget) || g_object_get_data (G_OBJECT (widget), "frame-watch") != NULL)
    return TRUE;

  g_object_set_data (G_OBJECT (widget), "frame-watch", widget);
  clock = gtk_widget_get_frame_clock (widget);
  g_signal_connect (widget, "draw", G_CALLBACK (on_draw), NULL);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), NULL);
  g_signal_connect_after (clock, "paint", G_CALLBACK (on_paint), NULL);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), NULL);
  return TRUE;
}

/* The same event comes to several widgets; it is obeyed before the next frame begins. The server's time
 * is CLOCK_MONOTONIC's, in milliseconds, cut to 32 bits. */
static gboolean
on_key_press (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  const GdkEventKey *event = g_value_get_boxed (&values[1]);

  const Press press = { event->time, read_clock (CLOCK_THREAD_CPUTIME_ID) };
  const guint n_waiting = presses->len;

  if (n_waiting == 0 || g_array_index (presses, Press, n_waiting - 1).at_ms != press.at_ms)
    g_array_append_val (presses, press);
  return TRUE;
}

/* A poll that finds something at once, or is not to wait, is no sleep. */
static gint
sleep_and_tell (GPollFD *fds, guint n, gint timeout_ms)
{
  char line[48];
  gint ready = g_poll (fds, n, 0);

  if (ready != 0 || timeout_ms == 0)
    return ready;
  ready = g_poll (fds, n, timeout_ms);
  snprintf (line, sizeof line, "wake %" G_GINT64_FORMAT "\n", read_clock (CLOCK_MONOTONIC));
  tell (line);
  return ready;
}

void
gtk_module_init (gint *argc, gchar ***argv)
{
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_WIDGET);

  presses = g_array_new (FALSE, FALSE, sizeof (Press));
  g_main_context_set_poll_func (NULL, sleep_and_tell);
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
