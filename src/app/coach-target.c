/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/coach-target.h"

#include "app/call-card.h"
#include "app/console-bar.h"
#include "app/directory-panel.h"
#include "app/message-pad.h"
#include "app/phrase-grid.h"

/* By their names in the templates: the parts need not know that they are pointed at. */
static GtkWidget *
child (GtkWidget *part, GType type, const char *name)
{
  GObject *found = gtk_widget_get_template_child (part, type, name);

  return found != NULL ? GTK_WIDGET (found) : NULL;
}

static GtkWidget *
field (const DeskCoachDesk *desk, DeskField field)
{
  static const char *const names[DESK_N_FIELDS] = {
    [DESK_FIELD_RECIPIENT] = "to_entry",
    [DESK_FIELD_NAME] = "name_entry",
    [DESK_FIELD_ORGANISATION] = "organisation_entry",
    [DESK_FIELD_PHONE] = "phone_entry",
    [DESK_FIELD_TICKS] = "ticks",
    [DESK_FIELD_FACTS] = "note",
  };

  return child (desk->pad, DESK_TYPE_MESSAGE_PAD, names[field]);
}

/* What must be pressed next: the directory's button once the right person is chosen there, until then
 * the one on the card, which leads to the directory. */
static GtkWidget *
hand_on_button (const DeskCoachDesk *desk, const DeskAdvice *advice, const char *name)
{
  const DeskPerson *chosen =
      desk_directory_panel_get_person (DESK_DIRECTORY_PANEL (desk->directory));

  if (chosen != NULL && (advice->person == NULL || advice->person == chosen))
    return child (desk->directory, DESK_TYPE_DIRECTORY_PANEL, name);
  return child (desk->card, DESK_TYPE_CALL_CARD, name);
}

GtkWidget *
desk_coach_target_find (const DeskCoachDesk *desk, const DeskAdvice *advice)
{
  switch (desk_advice_target (advice)) {
  case DESK_TARGET_NONE: break;
  case DESK_TARGET_LINE_KEY: return g_ptr_array_index (desk->keys, advice->line - 1);
  case DESK_TARGET_PHRASE:
    return desk_phrase_grid_get_button (DESK_PHRASE_GRID (desk->phrases), advice->phrase);
  case DESK_TARGET_DIRECTORY: return child (desk->directory, DESK_TYPE_DIRECTORY_PANEL, "search");
  case DESK_TARGET_CONSULT: return hand_on_button (desk, advice, "consult_button");
  case DESK_TARGET_TRANSFER: return hand_on_button (desk, advice, "transfer_button");
  case DESK_TARGET_COMPLETE: return child (desk->card, DESK_TYPE_CALL_CARD, "complete_button");
  case DESK_TARGET_TAKE_BACK: return child (desk->card, DESK_TYPE_CALL_CARD, "take_back_button");
  case DESK_TARGET_RELEASE: return child (desk->card, DESK_TYPE_CALL_CARD, "release_button");
  case DESK_TARGET_SLIP: return field (desk, advice->field);
  case DESK_TARGET_LOG: return child (desk->pad, DESK_TYPE_MESSAGE_PAD, "log_button");
  case DESK_TARGET_FINISH: return child (desk->bar, DESK_TYPE_CONSOLE_BAR, "finish_button");
  }
  return NULL;
}
