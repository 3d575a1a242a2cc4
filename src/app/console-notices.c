/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-notices.h"

#include <glib/gi18n-lib.h>

#include "app/announcer.h"
#include "app/key-label.h"
#include "app/phone-words.h"
#include "app/wording.h"

/* Of a caller in a notice, after which what happened is still to come. */
#define CALLER_CHARS 40

struct _DeskConsoleNotices {
  GObject parent_instance;

  const DeskConsoleHints *hints; /* borrowed */
  DeskNoticePlaces places;
  DeskSession *session; /* owned, as the next */
  DeskAnnouncer *announcer;
};

G_DEFINE_FINAL_TYPE (DeskConsoleNotices, desk_console_notices, G_TYPE_OBJECT)

void
desk_console_notices_tell (DeskConsoleNotices *self, const char *words)
{
  g_return_if_fail (DESK_IS_CONSOLE_NOTICES (self));

  desk_notice_show (self->places.notice, words);
  desk_announcer_say (self->announcer, words);
}

void
desk_console_notices_mention (DeskConsoleNotices *self, const char *words, const char *before)
{
  const char *shown;

  g_return_if_fail (DESK_IS_CONSOLE_NOTICES (self));

  shown = desk_notice_get_shown (self->places.notice);
  if (shown == NULL || strcmp (shown, before) == 0)
    desk_notice_show (self->places.notice, words);
  desk_announcer_say (self->announcer, words);
}

/* What happens on the lines. */

/* (transfer full) */
static char *
short_caller (DeskConsoleNotices *self, const DeskCall *call)
{
  const DeskCountry country = desk_session_get_scenario (self->session)->country;
  g_autofree char *caller = desk_wording_caller (call, country);
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (caller, -1) <= CALLER_CHARS)
    return g_steal_pointer (&caller);
  beginning = g_utf8_substring (caller, 0, CALLER_CHARS - 1);
  return g_strconcat (g_strchomp (beginning), "…", NULL);
}

/* What happened to a call, with its line before it. */
static void
show_note (DeskConsoleNotices *self, const DeskEvent *event)
{
  g_autofree char *note = desk_phone_words_note (event);
  g_autofree char *caller = short_caller (self, event->call);
  g_autofree char *words = NULL;

  if (note == NULL)
    return;
  words = g_strdup_printf (_ ("Line %u, %s: %s."), event->line, caller, note);
  desk_notice_show (self->places.notice, words);
}

static void
show_refusal (DeskConsoleNotices *self, const DeskEvent *rejected)
{
  g_autofree char *words =
      desk_phone_words_rejection (rejected, desk_keys_of (GTK_WIDGET (self->hints->page)));

  desk_notice_show_refusal (self->places.notice, words);
}

static gboolean
ends_last_call (DeskConsoleNotices *self, const DeskEvent *event)
{
  return desk_session_get_state (self->session)->n_left == 0 &&
         (event->type == DESK_EVENT_RELEASED || event->type == DESK_EVENT_TRANSFERRED ||
          event->type == DESK_EVENT_ABANDONED);
}

static void
tell_of_last_call (DeskConsoleNotices *self)
{
  g_autofree char *words = desk_console_hints_last_call (self->hints);

  desk_console_notices_tell (self, words);
}

static void
on_session_event (DeskConsoleNotices *self, const DeskEvent *event)
{
  switch (event->type) {
  case DESK_EVENT_CONSULTING:
  case DESK_EVENT_TRANSFERRING: desk_notice_hide (self->places.notice); break;
  case DESK_EVENT_COLLEAGUE_BUSY:
  case DESK_EVENT_RECALL:
  case DESK_EVENT_TRANSFERRED:
  case DESK_EVENT_HOLD_REMINDER:
  case DESK_EVENT_ABANDONED: show_note (self, event); break;
  case DESK_EVENT_COMMAND_REJECTED: show_refusal (self, event); break;
  case DESK_EVENT_ANSWERED:
  case DESK_EVENT_RESUMED:
  case DESK_EVENT_TRAINEE_SAYS:
  case DESK_EVENT_HELD:
  case DESK_EVENT_RELEASED:
  case DESK_EVENT_MESSAGE_LOGGED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED: desk_notice_drop_refusal (self->places.notice); break;
  case DESK_EVENT_STARTED:
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_RINGING:
  case DESK_EVENT_CALLER_SPEAKS:
  case DESK_EVENT_CALLER_DONE:
  case DESK_EVENT_COLLEAGUE_ANSWERS:
  case DESK_EVENT_COLLEAGUE_ACCEPTS:
  case DESK_EVENT_COLLEAGUE_REFUSES:
  case DESK_EVENT_BLOCKED:
  case DESK_EVENT_REPEATED:
  case DESK_EVENT_INTERRUPTED:
  case DESK_EVENT_FINISHED: break;
  }
  if (ends_last_call (self, event))
    tell_of_last_call (self);
}

/* The journal. */

static void
on_journal_failed (DeskConsoleNotices *self, const GError *error)
{
  g_autofree char *words = g_strdup_printf (
      _ ("The session cannot be saved: %s. Make room on the disk. What happens in the meantime is "
         "kept, and saved then."),
      error->message);

  gtk_label_set_text (self->places.journal_label, words);
  gtk_widget_show (self->places.journal_bar);
  desk_announcer_say (self->announcer, words);
}

static void
on_journal_mended (DeskConsoleNotices *self)
{
  gtk_widget_hide (self->places.journal_bar);
}

static void
connect (DeskConsoleNotices *self, const char *signal, GCallback handler)
{
  g_signal_connect_object (self->session, signal, handler, self, G_CONNECT_SWAPPED);
}

static void
follow_session (DeskConsoleNotices *self)
{
  const GError *error = desk_session_get_journal_error (self->session);

  connect (self, "event", G_CALLBACK (on_session_event));
  connect (self, "journal-failed", G_CALLBACK (on_journal_failed));
  connect (self, "journal-mended", G_CALLBACK (on_journal_mended));
  if (error != NULL)
    on_journal_failed (self, error);
}

DeskConsoleNotices *
desk_console_notices_new (const DeskConsoleHints *hints, const DeskNoticePlaces *places)
{
  DeskConsoleNotices *self = g_object_new (DESK_TYPE_CONSOLE_NOTICES, NULL);

  self->hints = hints;
  self->places = *places;
  self->session = g_object_ref (desk_shift_get_session (hints->shift));
  self->announcer = desk_announcer_new (self->session, hints->page);
  follow_session (self);
  return self;
}

static void
desk_console_notices_dispose (GObject *object)
{
  DeskConsoleNotices *self = DESK_CONSOLE_NOTICES (object);

  g_clear_object (&self->announcer);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (desk_console_notices_parent_class)->dispose (object);
}

static void
desk_console_notices_class_init (DeskConsoleNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_console_notices_dispose;
}

static void
desk_console_notices_init (DeskConsoleNotices *self)
{
}
