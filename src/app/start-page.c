/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/start-page.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/plain-label.h"
#include "app/primary-menu.h"
#include "app/trainee-name.h"
#include "app/wording.h"

struct _DeskStartPage {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *organisation;
  GtkLabel *facts;
  GtkLabel *briefing;
  GtkLabel *keys;
  GtkWidget *sound_notice;
  GtkImage *sound_notice_icon;
  GtkLabel *sound_notice_label;
  GtkWidget *sound_offer;
  GtkLabel *sound_offer_words;
  GtkLabel *history_notice;
  GtkToggleButton *record;
  GtkLabel *record_notice;
  GtkEntry *name;
  GtkWidget *name_missing;
  GtkWidget *start_button;
};

G_DEFINE_FINAL_TYPE (DeskStartPage, desk_start_page, GTK_TYPE_BOX)

enum {
  START,
  RECORD_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
describe_facts (const DeskScenario *scenario)
{
  const char *mode = scenario->level == DESK_LEVEL_EXAM ? _ ("Exam: cannot be paused")
                                                        : _ ("Practice: can be paused");
  g_autofree char *lines =
      g_strdup_printf (ngettext ("%u line", "%u lines", scenario->n_lines), scenario->n_lines);
  g_autofree char *duration = desk_wording_duration (scenario->duration_ms);

  return g_strjoin (" · ", desk_wording_level (scenario->level), lines, duration, mode, NULL);
}

static char *
describe_keys (const DeskScenario *scenario)
{
  if (scenario->n_lines == 1)
    return g_strdup (_ ("The line rings by itself. Press F1, or click the line, to answer."));
  if (scenario->n_lines == 2)
    return g_strdup (_ ("Lines ring by themselves. Press F1 or F2, or click a line, to answer; "
                        "everything you can do has a button with its key on it."));
  return g_strdup_printf (
      _ ("Lines ring by themselves. Press F1 to F%u, or click a line, to answer; "
         "everything you can do has a button with its key on it."),
      MIN (scenario->n_lines, 12));
}

static void
on_start (DeskStartPage *self)
{
  g_autofree char *name = desk_trainee_name_tidy (gtk_entry_get_text (self->name));

  gtk_widget_set_visible (self->name_missing, *name == '\0');
  if (*name == '\0') {
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
    desk_announce (self->name_missing, gtk_label_get_text (GTK_LABEL (self->name_missing)));
    return;
  }
  desk_trainee_name_keep (name);
  g_signal_emit (self, signals[START], 0, name);
}

static void
on_record_toggled (DeskStartPage *self)
{
  g_signal_emit (self, signals[RECORD_TOGGLED], 0);
}

static void
on_name_changed (DeskStartPage *self)
{
  if (gtk_entry_get_text_length (self->name) > 0)
    gtk_widget_hide (self->name_missing);
}

/* The last name is shown selected, so that typing replaces it. */
static void
on_map (DeskStartPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_widget_grab_default (self->start_button);
}

void
desk_start_page_set_sound_notice (DeskStartPage *self, const char *notice, gboolean silent)
{
  g_return_if_fail (DESK_IS_START_PAGE (self));
  gtk_image_set_from_icon_name (self->sound_notice_icon,
                                silent ? "audio-volume-muted-symbolic" : "dialog-warning-symbolic",
                                GTK_ICON_SIZE_BUTTON);
  gtk_label_set_text (self->sound_notice_label,
                      silent ? _ ("No sound: captions show what callers say.")
                             : (notice != NULL ? notice : ""));
  gtk_widget_set_tooltip_text (self->sound_notice, notice);
  gtk_widget_set_visible (self->sound_notice, notice != NULL);
  gtk_label_set_text (self->sound_offer_words,
                      silent ? _ ("Once a headset is connected:") : _ ("Before the first shift:"));
}

void
desk_start_page_offer_sound_check (DeskStartPage *self, gboolean offered)
{
  g_return_if_fail (DESK_IS_START_PAGE (self));
  gtk_widget_set_visible (self->sound_offer, offered);
}

gboolean
desk_start_page_get_record (DeskStartPage *self)
{
  g_return_val_if_fail (DESK_IS_START_PAGE (self), FALSE);
  return gtk_toggle_button_get_active (self->record);
}

void
desk_start_page_set_record_notice (DeskStartPage *self, const char *notice)
{
  const gboolean is_new =
      notice != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->record_notice));

  g_return_if_fail (DESK_IS_START_PAGE (self));
  desk_plain_label_set_text (self->record_notice, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->record_notice), notice != NULL);
  if (is_new)
    desk_announce (GTK_WIDGET (self->record_notice), notice);
}

void
desk_start_page_set_history_notice (DeskStartPage *self, const char *notice)
{
  g_return_if_fail (DESK_IS_START_PAGE (self));
  desk_plain_label_set_text (self->history_notice, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->history_notice), notice != NULL);
}

void
desk_start_page_set_scenario (DeskStartPage *self, const DeskScenario *scenario)
{
  g_autofree char *facts = describe_facts (scenario);
  g_autofree char *keys = describe_keys (scenario);
  g_autofree char *briefing = desk_wording_briefing (scenario);

  g_return_if_fail (DESK_IS_START_PAGE (self));
  gtk_label_set_text (self->title, scenario->title);
  gtk_label_set_text (self->organisation, scenario->organisation);
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->keys, keys);
  gtk_label_set_text (self->briefing, briefing);
}

GtkWidget *
desk_start_page_new (DeskScenario *scenario)
{
  DeskStartPage *self = g_object_new (DESK_TYPE_START_PAGE, NULL);
  g_autofree char *name = desk_trainee_name_recall ();

  desk_start_page_set_scenario (self, scenario);
  gtk_entry_set_text (self->name, name);
  return GTK_WIDGET (self);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskStartPage, name)

static void
desk_start_page_class_init (DeskStartPageClass *klass)
{
  static const char *const others[] = { "sound_check", "sound_check_later", "sound_check_never" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[START] = g_signal_new ("start", DESK_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RECORD_TOGGLED] = g_signal_new ("record-toggled", DESK_TYPE_START_PAGE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DESK_TYPE_PRIMARY_MENU);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/start-page.ui");
  BIND (title);
  BIND (organisation);
  BIND (facts);
  BIND (briefing);
  BIND (keys);
  BIND (sound_notice);
  BIND (sound_notice_icon);
  BIND (sound_notice_label);
  BIND (sound_offer);
  BIND (sound_offer_words);
  BIND (history_notice);
  BIND (record);
  BIND (record_notice);
  BIND (name);
  BIND (name_missing);
  BIND (start_button);
  for (guint n = 0; n < G_N_ELEMENTS (others); n++)
    gtk_widget_class_bind_template_child_full (widget_class, others[n], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_start);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_record_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
}

static void
desk_start_page_init (DeskStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
