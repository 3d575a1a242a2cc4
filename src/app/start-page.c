/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/start-page.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/exam-hearing.h"
#include "app/first-time.h"
#include "app/key-label.h"
#include "app/plain-label.h"
#include "app/terms-panel.h"
#include "app/primary-menu.h"
#include "app/style-class.h"
#include "app/trainee-name.h"
#include "app/wording.h"
#include "app/wrap-box.h"
#include "history/history.h"

struct _DeskStartPage {
  GtkBox parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *organisation;
  GtkLabel *facts;
  GtkLabel *briefing;
  GtkLabel *keys;
  GtkBox *terms_box;
  DeskTermsPanel *terms;
  gboolean silent;
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

  char *last_name;           /* owned: who worked last on this machine; "": nobody */
  guint n_lines;             /* of the scenario */
  DeskFirstTime *first_time; /* owned; NULL unless it is a tutorial */
  GSettings *settings;       /* owned */
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
  g_autofree char *lines =
      g_strdup_printf (ngettext ("%u line", "%u lines", scenario->n_lines), scenario->n_lines);
  g_autofree char *duration = desk_wording_duration (scenario->duration_ms);

  return g_strjoin (" · ", desk_wording_level (scenario->level), lines, duration, NULL);
}

static char *
describe_keys (guint n_lines, DeskKeys *keys)
{
  g_autofree char *first = desk_keys_line_name (keys, 1);
  g_autofree char *last = desk_keys_line_name (keys, MIN (n_lines, 12));

  if (n_lines == 1)
    return g_strdup_printf (_ ("The line rings by itself. Press %s, or click the line, to answer."),
                            first);
  if (n_lines == 2)
    return g_strdup_printf (
        _ ("Lines ring by themselves. Press %s or %s, or click a line, to answer; "
           "everything you can do has a button with its key on it."),
        first, last);
  return g_strdup_printf (
      _ ("Lines ring by themselves. Press %s to %s, or click a line, to answer; "
         "everything you can do has a button with its key on it."),
      first, last);
}

static void
show_keys (DeskStartPage *self)
{
  g_autofree char *words = describe_keys (self->n_lines, desk_keys_of (GTK_WIDGET (self)));

  gtk_label_set_text (self->keys, words);
}

static void
on_hierarchy_changed (DeskStartPage *self)
{
  DeskKeys *keys = desk_keys_of (GTK_WIDGET (self));

  if (keys == NULL)
    return;
  g_signal_handlers_disconnect_by_func (keys, show_keys, self);
  g_signal_connect_object (keys, "changed", G_CALLBACK (show_keys), self, G_CONNECT_SWAPPED);
  show_keys (self);
}

/* Whoever needs more time need not say so before each shift; nobody else gets it because of that. */
static void
recall_time (DeskStartPage *self)
{
  g_autofree char *name = desk_trainee_name_tidy (gtk_entry_get_text (self->name));
  g_autofree char *time = g_settings_get_string (self->settings, "time");
  const gboolean is_known = *name != '\0' && g_str_equal (name, self->last_name);

  desk_terms_panel_set_usual_time (self->terms, is_known ? time : desk_terms_times[0]);
}

static void
keep_time (DeskStartPage *self, const char *name)
{
  const DeskTerms terms = desk_terms_panel_get_terms (self->terms);

  if (terms.mode != DESK_MODE_EXAM)
    g_settings_set_string (self->settings, "time", terms.time);
  else if (!g_str_equal (name, self->last_name))
    g_settings_reset (self->settings, "time");
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
  keep_time (self, name);
  desk_trainee_name_keep (name);
  g_signal_emit (self, signals[START], 0, name);
}

static void
on_record_toggled (DeskStartPage *self)
{
  g_signal_emit (self, signals[RECORD_TOGGLED], 0);
}

/* Somebody who works an introduction for the first time is better off with the coach. */
static void
review_suggestion (DeskStartPage *self)
{
  g_autofree char *name = desk_trainee_name_tidy (gtk_entry_get_text (self->name));

  if (self->terms != NULL)
    desk_terms_panel_suggest_guided (self->terms, self->first_time != NULL &&
                                                      desk_first_time_is (self->first_time, name));
}

static void
ask_for_first_time (DeskStartPage *self, const DeskScenario *scenario)
{
  g_autofree char *history = desk_history_default_path ();

  if (scenario->level != DESK_LEVEL_TUTORIAL)
    return;
  self->first_time = desk_first_time_new (history, scenario->id);
  g_signal_connect_object (self->first_time, "known", G_CALLBACK (review_suggestion), self,
                           G_CONNECT_SWAPPED);
  review_suggestion (self);
}

static void
on_name_changed (DeskStartPage *self)
{
  recall_time (self);
  review_suggestion (self);
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

/* Without sound captions carry a shift, where they are seen. */
static const char *
words_of_silence (DeskStartPage *self)
{
  const DeskTerms terms = desk_terms_panel_get_terms (self->terms);

  if (terms.mode == DESK_MODE_EXAM && !terms.captions)
    return _ ("No sound, and captions are not granted: the exam cannot start like this.");
  if (terms.mode != DESK_MODE_EXAM && !g_settings_get_boolean (self->settings, "captions"))
    return _ ("No sound, and captions are off: turn them on in the preferences, under Appearance.");
  return _ ("No sound: captions show what callers say.");
}

/* An exam that would be unheard is not offered as one that can be started: the button leads to what is
 * missing. */
static void
review_start_button (DeskStartPage *self)
{
  const DeskTerms terms = desk_terms_panel_get_terms (self->terms);
  const gboolean hopeless = self->silent && desk_exam_is_hopeless (&terms, DESK_EXAM_NO_SOUND);

  gtk_button_set_label (GTK_BUTTON (self->start_button), hopeless ? _ ("What is missing…")
                                                         : terms.mode == DESK_MODE_EXAM
                                                             ? _ ("Begin the exam…")
                                                             : _ ("Start the shift"));
  desk_style_class_set (self->start_button, GTK_STYLE_CLASS_SUGGESTED_ACTION, !hopeless);
}

static void
on_terms_changed (DeskStartPage *self)
{
  review_start_button (self);
  if (self->silent)
    gtk_label_set_text (self->sound_notice_label, words_of_silence (self));
}

static const char *
words_of_offer (DeskStartPage *self)
{
  if (self->silent)
    return _ ("Once a headset is connected:");
  return *self->last_name == '\0' ? _ ("Before the first shift:")
                                  : _ ("The sound has not been checked yet:");
}

void
desk_start_page_set_sound_notice (DeskStartPage *self, const char *notice, gboolean silent)
{
  g_return_if_fail (DESK_IS_START_PAGE (self));
  self->silent = silent;
  gtk_image_set_from_icon_name (self->sound_notice_icon,
                                silent ? "audio-volume-muted-symbolic" : "dialog-warning-symbolic",
                                GTK_ICON_SIZE_BUTTON);
  gtk_label_set_text (self->sound_notice_label,
                      silent ? words_of_silence (self) : (notice != NULL ? notice : ""));
  review_start_button (self);
  gtk_widget_set_tooltip_text (self->sound_notice, notice);
  gtk_widget_set_visible (self->sound_notice, notice != NULL);
  gtk_label_set_text (self->sound_offer_words, words_of_offer (self));
}

DeskTerms
desk_start_page_get_terms (DeskStartPage *self)
{
  return desk_terms_panel_get_terms (self->terms);
}

void
desk_start_page_show_grants (DeskStartPage *self)
{
  g_return_if_fail (DESK_IS_START_PAGE (self));
  desk_terms_panel_show_grants (self->terms);
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
  g_autofree char *briefing = desk_wording_briefing (scenario);

  g_return_if_fail (DESK_IS_START_PAGE (self));
  gtk_label_set_text (self->title, scenario->title);
  gtk_label_set_text (self->organisation, scenario->organisation);
  gtk_label_set_text (self->facts, facts);
  self->n_lines = scenario->n_lines;
  show_keys (self);
  gtk_label_set_text (self->briefing, briefing);
  if (self->terms != NULL)
    desk_terms_panel_set_scenario (self->terms, scenario);
}

GtkWidget *
desk_start_page_new (DeskScenario *scenario, GSettings *settings)
{
  DeskStartPage *self = g_object_new (DESK_TYPE_START_PAGE, NULL);

  self->last_name = desk_trainee_name_recall ();
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::captions", G_CALLBACK (on_terms_changed), self,
                           G_CONNECT_SWAPPED);
  self->terms = DESK_TERMS_PANEL (desk_terms_panel_new (settings, scenario));
  g_signal_connect_object (self->terms, "changed", G_CALLBACK (on_terms_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_container_add (GTK_CONTAINER (self->terms_box), GTK_WIDGET (self->terms));
  gtk_widget_show (GTK_WIDGET (self->terms));
  desk_start_page_set_scenario (self, scenario);
  gtk_entry_set_text (self->name, self->last_name);
  ask_for_first_time (self, scenario);
  return GTK_WIDGET (self);
}

static void
desk_start_page_dispose (GObject *object)
{
  g_clear_object (&DESK_START_PAGE (object)->first_time);
  g_clear_object (&DESK_START_PAGE (object)->settings);
  G_OBJECT_CLASS (desk_start_page_parent_class)->dispose (object);
}

static void
desk_start_page_finalize (GObject *object)
{
  g_free (DESK_START_PAGE (object)->last_name);
  G_OBJECT_CLASS (desk_start_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskStartPage, name)

static void
desk_start_page_class_init (DeskStartPageClass *klass)
{
  static const char *const others[] = { "sound_check", "sound_check_later", "sound_check_never",
                                        "preferences_button" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_start_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_start_page_finalize;
  signals[START] = g_signal_new ("start", DESK_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RECORD_TOGGLED] = g_signal_new ("record-toggled", DESK_TYPE_START_PAGE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  g_type_ensure (DESK_TYPE_PRIMARY_MENU);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/start-page.ui");
  BIND (content);
  BIND (title);
  BIND (organisation);
  BIND (facts);
  BIND (briefing);
  BIND (keys);
  BIND (terms_box);
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
  /* A viewport measures what is shown in it as it is put together, before it has the style of any page. */
  gtk_widget_show (self->content);
  g_signal_connect (self, "hierarchy-changed", G_CALLBACK (on_hierarchy_changed), NULL);
  desk_key_tooltip_add (GTK_WIDGET (gtk_widget_get_template_child (
                            GTK_WIDGET (self), DESK_TYPE_START_PAGE, "preferences_button")),
                        "preferences");
}
