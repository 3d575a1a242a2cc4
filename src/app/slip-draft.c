/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/slip-draft.h"

/* Every call has buffers of its own and the pad shows those of one call at a time. Changing over is
 * then a matter of pointers: no text is copied, so none can be lost or land on another's slip, and
 * cursor and undo stay where they were. */

struct _DeskSlipDraft {
  GObject parent_instance;

  const DeskDirectoryIndex *index;         /* borrowed */
  GtkEntryBuffer *entries[DESK_N_ENTRIES]; /* owned: field buffers */
  DeskNoteBuffer *note;                    /* owned */
  DeskTicks ticks;
  const DeskPerson *chosen; /* from the directory; NULL once the text was changed by hand */
  DeskSlip *saved;          /* owned */
  DeskSlip *logged;         /* owned; NULL: never */
  gint64 logged_ms;
};

G_DEFINE_FINAL_TYPE (DeskSlipDraft, desk_slip_draft, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
desk_slip_draft_finalize (GObject *object)
{
  DeskSlipDraft *self = DESK_SLIP_DRAFT (object);

  for (guint i = 0; i < DESK_N_ENTRIES; i++)
    g_object_unref (self->entries[i]);
  g_object_unref (self->note);
  desk_slip_free (self->saved);
  g_clear_pointer (&self->logged, desk_slip_free);
  G_OBJECT_CLASS (desk_slip_draft_parent_class)->finalize (object);
}

static void
desk_slip_draft_class_init (DeskSlipDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_slip_draft_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_buffer_changed (DeskSlipDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_to_changed (DeskSlipDraft *self)
{
  GtkEntryBuffer *to = self->entries[DESK_ENTRY_TO];

  if (self->chosen != NULL &&
      !g_str_equal (gtk_entry_buffer_get_text (to),
                    desk_directory_index_get_label (self->index, self->chosen)))
    self->chosen = NULL;
}

static void
desk_slip_draft_init (DeskSlipDraft *self)
{
  self->logged_ms = -1;
}

static GtkEntryBuffer *
open_entry (const char *text)
{
  return GTK_ENTRY_BUFFER (desk_field_buffer_new (text));
}

static void
watch (DeskSlipDraft *self)
{
  g_signal_connect_object (self->entries[DESK_ENTRY_TO], "notify::text", G_CALLBACK (on_to_changed),
                           self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < DESK_N_ENTRIES; i++)
    g_signal_connect_object (self->entries[i], "notify::text", G_CALLBACK (on_buffer_changed), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "changed", G_CALLBACK (on_buffer_changed), self,
                           G_CONNECT_SWAPPED);
}

DeskSlipDraft *
desk_slip_draft_new (const DeskDirectoryIndex *index,
                     DeskScenario *scenario,
                     const DeskSlip *kept,
                     const DeskSlip *logged)
{
  DeskSlipDraft *self = g_object_new (DESK_TYPE_SLIP_DRAFT, NULL);

  self->index = index;
  self->saved = kept != NULL ? desk_slip_share (kept) : desk_slip_new ();
  self->logged = logged != NULL ? desk_slip_share (logged) : NULL;
  self->chosen = desk_scenario_find_person (scenario, self->saved->to);
  self->entries[DESK_ENTRY_TO] =
      open_entry (self->chosen != NULL ? desk_directory_index_get_label (index, self->chosen)
                                       : self->saved->to);
  self->entries[DESK_ENTRY_NAME] = open_entry (self->saved->name);
  self->entries[DESK_ENTRY_ORGANISATION] = open_entry (self->saved->organisation);
  self->entries[DESK_ENTRY_PHONE] = open_entry (self->saved->phone);
  self->note = desk_note_buffer_new (self->saved->text);
  self->ticks = self->saved->ticks;
  watch (self);
  return self;
}

GtkEntryBuffer *
desk_slip_draft_get_entry (DeskSlipDraft *self, DeskEntry entry)
{
  return self->entries[entry];
}

DeskNoteBuffer *
desk_slip_draft_get_note (DeskSlipDraft *self)
{
  return self->note;
}

DeskTicks
desk_slip_draft_get_ticks (DeskSlipDraft *self)
{
  return self->ticks;
}

void
desk_slip_draft_set_ticks (DeskSlipDraft *self, DeskTicks ticks)
{
  if (self->ticks == ticks)
    return;
  self->ticks = ticks;
  g_signal_emit (self, signals[CHANGED], 0);
}

const DeskPerson *
desk_slip_draft_get_recipient (DeskSlipDraft *self)
{
  if (self->chosen != NULL)
    return self->chosen;
  return desk_directory_index_resolve (self->index,
                                       gtk_entry_buffer_get_text (self->entries[DESK_ENTRY_TO]));
}

void
desk_slip_draft_set_recipient (DeskSlipDraft *self, const DeskPerson *person)
{
  self->chosen = NULL;
  gtk_entry_buffer_set_text (self->entries[DESK_ENTRY_TO],
                             desk_directory_index_get_label (self->index, person), -1);
  self->chosen = person;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_text (DeskSlipDraft *self, DeskEntry entry, char **field)
{
  g_free (*field);
  *field = g_strstrip (g_strdup (gtk_entry_buffer_get_text (self->entries[entry])));
}

DeskSlip *
desk_slip_draft_get_slip (DeskSlipDraft *self)
{
  const DeskPerson *recipient = desk_slip_draft_get_recipient (self);
  DeskSlip *slip = desk_slip_new ();

  take_text (self, DESK_ENTRY_TO, &slip->to);
  take_text (self, DESK_ENTRY_NAME, &slip->name);
  take_text (self, DESK_ENTRY_ORGANISATION, &slip->organisation);
  take_text (self, DESK_ENTRY_PHONE, &slip->phone);
  g_free (slip->text);
  slip->text = desk_note_buffer_get_text (self->note);
  slip->ticks = self->ticks;
  if (recipient != NULL) {
    g_free (slip->to);
    slip->to = g_strdup (recipient->id);
  }
  return slip;
}

void
desk_slip_draft_mark_saved (DeskSlipDraft *self)
{
  desk_slip_free (self->saved);
  self->saved = desk_slip_draft_get_slip (self);
}

void
desk_slip_draft_mark_unsaved (DeskSlipDraft *self, const DeskSlip *kept)
{
  desk_slip_free (self->saved);
  self->saved = kept != NULL ? desk_slip_share (kept) : desk_slip_new ();
}

void
desk_slip_draft_mark_logged (DeskSlipDraft *self, gint64 t_ms)
{
  g_clear_pointer (&self->logged, desk_slip_free);
  self->logged = desk_slip_share (self->saved);
  self->logged_ms = t_ms;
}

DeskSlipStage
desk_slip_draft_get_stage (DeskSlipDraft *self)
{
  g_autoptr (DeskSlip) slip = desk_slip_draft_get_slip (self);

  if (!desk_slip_equal (slip, self->saved))
    return DESK_SLIP_WRITING;
  if (self->logged != NULL)
    return desk_slip_equal (slip, self->logged) ? DESK_SLIP_LOGGED : DESK_SLIP_CHANGED;
  return desk_slip_is_blank (slip) ? DESK_SLIP_BLANK : DESK_SLIP_SAVED;
}

gint64
desk_slip_draft_get_logged_ms (DeskSlipDraft *self)
{
  return self->logged_ms;
}
