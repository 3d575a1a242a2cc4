/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/terms-panel.h"

#include <glib/gi18n-lib.h>

#include "app/plain-label.h"
#include "report/terms-words.h"
#include "report/words.h"

#define N_MODES 3

static const DeskMode modes[N_MODES] = { DESK_MODE_PRACTICE, DESK_MODE_GUIDED, DESK_MODE_EXAM };

/* What may be granted in an exam. */
typedef enum {
  CAPTIONS,
  HINTS,
  PAUSE,
  N_GRANTS,
} Grant;

struct _DeskTermsPanel {
  GtkBox parent_instance;

  GSettings *settings; /* owned */
  GtkWidget *modes_row;
  GtkToggleButton *mode_buttons[N_MODES];
  GtkLabel *meaning;
  GtkExpander *expander;
  GtkLabel *expander_label;
  GtkComboBox *time;
  GtkLabel *note;
  GtkWidget *grants_box;
  GtkToggleButton *grants[N_GRANTS];

  gboolean suggests; /* guided was chosen for the trainee */
  gboolean chosen;   /* the trainee chose a mode */
  gboolean setting;  /* a mode or a time is being set, not chosen */

  const char *usual_time; /* of desk_terms_times: what the trainee has outside an exam */
  const char *least_time; /* likewise: the first that is offered; NULL: none is yet */
  gboolean time_chosen;   /* another was chosen here */
  gboolean for_exam;      /* the time that is shown is that of an exam */

  /* Of the scenario. */
  gboolean exam_only;
  DeskTerms granted;
};

G_DEFINE_FINAL_TYPE (DeskTermsPanel, desk_terms_panel, GTK_TYPE_BOX)

static guint changed_signal;

static DeskMode
mode_of (DeskTermsPanel *self)
{
  for (guint n = 0; n < N_MODES; n++) {
    if (gtk_toggle_button_get_active (self->mode_buttons[n]))
      return modes[n];
  }
  return DESK_MODE_PRACTICE;
}

/* What is laid down applies, whether it was asked for or not. */
DeskTerms
desk_terms_panel_get_terms (DeskTermsPanel *self)
{
  DeskTerms terms = { .time = desk_terms_find_time (NULL) };

  g_return_val_if_fail (DESK_IS_TERMS_PANEL (self), terms);

  terms.mode = mode_of (self);
  terms.time = desk_terms_find_time (gtk_combo_box_get_active_id (self->time));
  terms.captions = gtk_toggle_button_get_active (self->grants[CAPTIONS]);
  terms.hints = gtk_toggle_button_get_active (self->grants[HINTS]);
  terms.pause = gtk_toggle_button_get_active (self->grants[PAUSE]);
  desk_terms_merge (&terms, &self->granted);
  return terms;
}

static const char *
meaning_of (DeskMode mode)
{
  switch (mode) {
  case DESK_MODE_PRACTICE:
    return _ ("You may pause, start the shift again, and have a call that you missed ring once "
              "more. For advice on the next step, choose Guided.");
  case DESK_MODE_GUIDED:
    return _ ("Like practice, but a coach tells you the next step when you need one.");
  case DESK_MODE_EXAM:
    return _ (
        "No pause, hints or captions unless they are granted. The result is saved with checksums, "
        "so that any change to it can be detected.");
  case DESK_MODE_SIMULATED: break;
  }
  return "";
}

static void
tell_meaning (DeskTermsPanel *self, DeskMode mode)
{
  g_autofree char *words = NULL;

  if (self->suggests && mode == DESK_MODE_GUIDED)
    words =
        g_strdup_printf ("%s %s", meaning_of (mode),
                         _ ("Chosen for you, as you have not worked this introduction before."));
  gtk_label_set_text (self->meaning, words != NULL ? words : meaning_of (mode));
}

static const char *
note_of (DeskMode mode)
{
  if (mode == DESK_MODE_EXAM)
    return _ (
        "Accommodations are shown with the result and in every report, and adjusted results are "
        "kept apart from the others. Ask your instructor first: what you choose here beyond what "
        "the exam grants is shown in the result as granted at the desk.");
  return _ (
      "Accommodations are shown with the result and in every report, and adjusted results are "
      "kept apart from the others. The time is remembered for your name until somebody else "
      "works here, and is never taken over into an exam.");
}

static void
update (DeskTermsPanel *self)
{
  const DeskTerms terms = desk_terms_panel_get_terms (self);
  g_auto (GStrv) list = desk_terms_to_accommodations (&terms);
  g_autofree char *words = desk_words_accommodations ((const char *const *) list);
  g_autofree char *title = *words != '\0' ? g_strdup_printf (_ ("Accommodations: %s"), words)
                                          : g_strdup (_ ("Accommodations: none"));

  tell_meaning (self, terms.mode);
  gtk_label_set_text (self->expander_label, title);
  gtk_label_set_text (self->note, note_of (terms.mode));
  gtk_widget_set_visible (self->grants_box, terms.mode == DESK_MODE_EXAM);
  g_signal_emit (self, changed_signal, 0);
}

/* Which of the times it is, for the list. (transfer full) */
static char *
describe_time (DeskTermsPanel *self, const char *time)
{
  g_autofree char *factor = desk_words_factor (time);
  const char *words = g_ascii_isdigit (*time) ? factor : _ ("No time limits");

  return self->for_exam && time == self->granted.time && time != desk_terms_times[0]
             ? g_strdup_printf (_ ("%s (granted by the exam)"), words)
             : g_strdup (words);
}

/* In an exam there is no less than its author grants. */
static void
offer_times (DeskTermsPanel *self)
{
  GtkComboBoxText *list = GTK_COMBO_BOX_TEXT (self->time);
  const char *least = self->for_exam ? self->granted.time : desk_terms_times[0];
  gboolean offered = FALSE;

  if (least == self->least_time)
    return;
  self->least_time = least;
  gtk_combo_box_text_remove_all (list);
  for (guint n = 0; desk_terms_times[n] != NULL; n++) {
    g_autofree char *words = describe_time (self, desk_terms_times[n]);

    offered |= desk_terms_times[n] == least;
    if (offered)
      gtk_combo_box_text_append (list, desk_terms_times[n], words);
  }
}

/* What somebody needs in practice is not granted them in an exam by that, nor the other way round. */
static void
review_time (DeskTermsPanel *self)
{
  const gboolean exam = mode_of (self) == DESK_MODE_EXAM;
  g_autofree char *chosen = self->time_chosen && exam == self->for_exam
                                ? g_strdup (gtk_combo_box_get_active_id (self->time))
                                : NULL;

  self->for_exam = exam;
  self->setting = TRUE;
  offer_times (self);
  self->time_chosen = chosen != NULL && gtk_combo_box_set_active_id (self->time, chosen);
  if (!self->time_chosen)
    gtk_combo_box_set_active_id (self->time, exam ? self->least_time : self->usual_time);
  self->setting = FALSE;
}

void
desk_terms_panel_set_usual_time (DeskTermsPanel *self, const char *time)
{
  g_return_if_fail (DESK_IS_TERMS_PANEL (self));

  self->usual_time = desk_terms_find_time (time);
  review_time (self);
  update (self);
}

static void
on_mode_toggled (DeskTermsPanel *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  if (!self->setting) {
    self->chosen = TRUE;
    self->suggests = FALSE;
  }
  if (!self->exam_only && !self->setting)
    g_settings_set_string (self->settings, "mode", desk_mode_name (mode_of (self)));
  review_time (self);
  update (self);
}

static void
on_time_changed (DeskTermsPanel *self)
{
  if (self->setting)
    return;
  self->time_chosen = TRUE;
  update (self);
}

static void
set_grant (GtkToggleButton *button, gboolean granted)
{
  if (granted)
    gtk_toggle_button_set_active (button, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (button), !granted);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button),
                               granted ? _ ("The scenario grants it to everybody") : NULL);
}

void
desk_terms_panel_set_scenario (DeskTermsPanel *self, const DeskScenario *scenario)
{
  g_return_if_fail (DESK_IS_TERMS_PANEL (self));

  self->exam_only = scenario->level == DESK_LEVEL_EXAM;
  self->granted = desk_terms_granted_by (scenario);
  for (guint n = 0; n < N_MODES; n++) {
    gtk_widget_set_visible (GTK_WIDGET (self->mode_buttons[n]),
                            !self->exam_only || modes[n] == DESK_MODE_EXAM);
    if (self->exam_only && modes[n] == DESK_MODE_EXAM)
      gtk_toggle_button_set_active (self->mode_buttons[n], TRUE);
  }
  gtk_widget_set_visible (self->modes_row, !self->exam_only);
  set_grant (self->grants[CAPTIONS], self->granted.captions);
  set_grant (self->grants[HINTS], self->granted.hints);
  set_grant (self->grants[PAUSE], self->granted.pause);
  review_time (self);
  update (self);
}

static void
set_mode (DeskTermsPanel *self, const char *mode)
{
  self->setting = TRUE;
  for (guint n = 0; n < N_MODES; n++) {
    if (g_str_equal (mode, desk_mode_name (modes[n])))
      gtk_toggle_button_set_active (self->mode_buttons[n], TRUE);
  }
  self->setting = FALSE;
}

static void
recall_mode (DeskTermsPanel *self)
{
  g_autofree char *mode = g_settings_get_string (self->settings, "mode");

  set_mode (self, mode);
}

void
desk_terms_panel_suggest_guided (DeskTermsPanel *self, gboolean suggested)
{
  g_return_if_fail (DESK_IS_TERMS_PANEL (self));

  if (self->exam_only || self->chosen || suggested == self->suggests)
    return;
  self->suggests = suggested;
  if (suggested)
    set_mode (self, desk_mode_name (DESK_MODE_GUIDED));
  else
    recall_mode (self);
  update (self);
}

void
desk_terms_panel_show_grants (DeskTermsPanel *self)
{
  g_return_if_fail (DESK_IS_TERMS_PANEL (self));

  gtk_expander_set_expanded (self->expander, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grants[CAPTIONS]));
}

static void
connect_all (DeskTermsPanel *self)
{
  for (guint n = 0; n < N_MODES; n++)
    g_signal_connect_object (self->mode_buttons[n], "toggled", G_CALLBACK (on_mode_toggled), self,
                             G_CONNECT_SWAPPED);
  for (guint n = 0; n < N_GRANTS; n++)
    g_signal_connect_object (self->grants[n], "toggled", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time, "changed", G_CALLBACK (on_time_changed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
desk_terms_panel_new (GSettings *settings, const DeskScenario *scenario)
{
  DeskTermsPanel *self = g_object_new (DESK_TYPE_TERMS_PANEL, NULL);

  self->settings = g_object_ref (settings);
  self->usual_time = desk_terms_times[0];
  recall_mode (self);
  desk_terms_panel_set_scenario (self, scenario);
  connect_all (self);
  return GTK_WIDGET (self);
}

/* The widgets. */

static void
pack (gpointer box, gpointer child)
{
  gtk_widget_show (child);
  gtk_box_pack_start (GTK_BOX (box), child, FALSE, FALSE, 0);
}

static GtkWidget *
row_new (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);
}

/* Radio buttons by their role, side by side by their looks. */
static void
add_modes (DeskTermsPanel *self)
{
  GtkWidget *row = row_new (0);
  GtkWidget *first = NULL;

  gtk_style_context_add_class (gtk_widget_get_style_context (row), GTK_STYLE_CLASS_LINKED);
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  atk_object_set_name (gtk_widget_get_accessible (row), _ ("Mode"));
  for (guint n = 0; n < N_MODES; n++) {
    GtkWidget *button = gtk_radio_button_new_with_label_from_widget ((GtkRadioButton *) first,
                                                                     desk_words_mode (modes[n]));

    gtk_toggle_button_set_mode (GTK_TOGGLE_BUTTON (button), FALSE);
    self->mode_buttons[n] = GTK_TOGGLE_BUTTON (button);
    pack (row, button);
    if (first == NULL)
      first = button;
  }
  gtk_widget_set_margin_top (row, 6);
  self->modes_row = row;
  pack (self, row);
  self->meaning = GTK_LABEL (desk_plain_label_new ("", "desk-evidence"));
  gtk_label_set_max_width_chars (self->meaning, 80);
  pack (self, self->meaning);
}

static void
add_time (DeskTermsPanel *self, GtkWidget *box)
{
  GtkWidget *row = row_new (12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Time for callers and targets"));
  GtkWidget *times = gtk_combo_box_text_new ();

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), times);
  self->time = GTK_COMBO_BOX (times);
  pack (row, label);
  pack (row, times);
  pack (box, row);
}

static void
add_grants (DeskTermsPanel *self, GtkWidget *box)
{
  static const char *const names[N_GRANTS] = {
    [CAPTIONS] = N_ ("Caption_s"),
    [HINTS] = N_ ("H_ints"),
    [PAUSE] = N_ ("Pa_uses"),
  };

  self->grants_box = row_new (18);
  pack (self->grants_box, gtk_label_new (_ ("Granted in this exam:")));
  for (guint n = 0; n < N_GRANTS; n++) {
    GtkWidget *check = gtk_check_button_new_with_mnemonic (_ (names[n]));

    self->grants[n] = GTK_TOGGLE_BUTTON (check);
    pack (self->grants_box, check);
  }
  pack (box, self->grants_box);
}

static void
add_accommodations (DeskTermsPanel *self)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->note = GTK_LABEL (desk_plain_label_new ("", "desk-evidence"));
  gtk_label_set_max_width_chars (self->note, 80);
  self->expander = GTK_EXPANDER (expander);
  self->expander_label = GTK_LABEL (desk_plain_label_new ("", NULL));
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), GTK_WIDGET (self->expander_label));
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_top (box, 6);
  add_time (self, box);
  add_grants (self, box);
  pack (box, self->note);
  /* GTK lets Tab into what is folded away. */
  g_object_bind_property (expander, "expanded", box, "visible", G_BINDING_SYNC_CREATE);
  gtk_container_add (GTK_CONTAINER (expander), box);
  pack (self, expander);
}

static void
desk_terms_panel_dispose (GObject *object)
{
  g_clear_object (&DESK_TERMS_PANEL (object)->settings);
  G_OBJECT_CLASS (desk_terms_panel_parent_class)->dispose (object);
}

static void
desk_terms_panel_class_init (DeskTermsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_terms_panel_dispose;
  changed_signal = g_signal_new ("changed", DESK_TYPE_TERMS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
desk_terms_panel_init (DeskTermsPanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  add_modes (self);
  add_accommodations (self);
}
