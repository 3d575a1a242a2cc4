/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/key-hands.h"

/* A window hears of a key before the widget that has the focus, so most of this is to listen there.
 * Three of GTK's widgets keep keys from it, and each is listened to where it lets one:
 *
 *  - a popover and whatever else holds a grab inside the window asks its focused widget first, and a
 *    list there, or an entry, may take the key: the widget that has the focus is listened to;
 *  - the list under an entry that completes is a window of its own, which gives what it does not want
 *    to that entry, and not to the entry's window: the same;
 *  - the menu of an entry or a text view takes all keys while it is open: it is listened to from when
 *    it is made, and goes away when a key is obeyed over it.
 *
 * A key that is held down repeats. None of ours may: the second Ctrl+H would resume what the first put
 * on hold. */

#define LONGEST_REPEAT_MS 2500u /* the slowest repeat that desktops offer begins after 2 s */

struct _DeskKeyHands {
  GObject parent_instance;

  GtkWindow *window; /* borrowed: listened to */
  GtkWindow *owner;  /* borrowed: of the actions; mostly the same */
  DeskKeys *keys;    /* owned */
  GtkWidget *focus;  /* weak: the widget we listen to besides the window; or NULL */
  guint n_lines;
  guint n_own_phrases;
  guint16 held;       /* the code of the key obeyed last, while it is down; or 0 */
  guint32 pressed_at; /* the time of its last event */
};

G_DEFINE_FINAL_TYPE (DeskKeyHands, desk_key_hands, G_TYPE_OBJECT)

static gboolean
activate (GActionGroup *group, const char *name, GVariant *target)
{
  const GVariantType *type = NULL;
  gboolean enabled = FALSE;

  if (group == NULL ||
      !g_action_group_query_action (group, name, &enabled, &type, NULL, NULL, NULL) || !enabled)
    return FALSE;
  if (type == NULL ? target != NULL : target == NULL || !g_variant_is_of_type (target, type))
    return FALSE;
  g_action_group_activate_action (group, name, target);
  return TRUE;
}

/* The group may be that of any widget around the focus; the window's own actions are "win". */
static GActionGroup *
find_group (DeskKeyHands *self, const char *prefix)
{
  if (g_str_equal (prefix, "win") && G_IS_ACTION_GROUP (self->owner))
    return G_ACTION_GROUP (self->owner);
  return gtk_widget_get_action_group (GTK_WIDGET (self->owner), prefix);
}

static gboolean
call (DeskKeyHands *self, const DeskKeyAction *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_action_parse_detailed_name (action->action, &name, &target, NULL))
    return FALSE;
  parts = g_strsplit (name, ".", 2);
  if (!activate (find_group (self, parts[0]), parts[1], target))
    return FALSE;
  /* Some lead to where one types, which must be where the letters go. */
  if (self->owner != self->window && g_str_equal (parts[0], "desk"))
    gtk_window_present (self->owner);
  return TRUE;
}

static gboolean
is_there (DeskKeyHands *self, const DeskKeyAction *action)
{
  if (self->owner != self->window && self->n_lines == 0)
    return FALSE;
  if (action->group == DESK_KEY_GROUP_LINES)
    return action->number <= self->n_lines;
  if (action->group == DESK_KEY_GROUP_OWN_PHRASES)
    return action->number <= self->n_own_phrases;
  return TRUE;
}

/* The release of a key goes astray when it opened a dialogue, so what comes late is a new press. */
static gboolean
is_repeat (DeskKeyHands *self, const GdkEventKey *event)
{
  const gboolean is_soon = event->time - self->pressed_at <= LONGEST_REPEAT_MS;

  self->pressed_at = event->time;
  return is_soon && self->held != 0 && self->held == event->hardware_keycode;
}

static gboolean
on_key_press (DeskKeyHands *self, GdkEventKey *event)
{
  const DeskKeyPress press =
      desk_key_press_read (gtk_widget_get_display (GTK_WIDGET (self->window)), event);
  const DeskKeyAction *action = desk_keys_find_press (self->keys, &press);

  if (action == NULL || !is_there (self, action))
    return GDK_EVENT_PROPAGATE;
  if (is_repeat (self, event))
    return GDK_EVENT_STOP;
  if (!call (self, action))
    return GDK_EVENT_PROPAGATE;
  self->held = event->hardware_keycode;
  return GDK_EVENT_STOP;
}

static gboolean
on_key_release (DeskKeyHands *self, GdkEventKey *event)
{
  if (self->held == event->hardware_keycode)
    self->held = 0;
  return GDK_EVENT_PROPAGATE;
}

/* The release may go to another window. */
static gboolean
on_focus_out (DeskKeyHands *self)
{
  self->held = 0;
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_menu_key_press (DeskKeyHands *self, GdkEventKey *event, GtkMenuShell *menu)
{
  if (on_key_press (self, event) == GDK_EVENT_PROPAGATE)
    return GDK_EVENT_PROPAGATE;
  gtk_menu_shell_cancel (menu);
  return GDK_EVENT_STOP;
}

static void
on_populate_popup (DeskKeyHands *self, GtkWidget *menu)
{
  if (!GTK_IS_MENU_SHELL (menu))
    return;
  g_signal_connect_object (menu, "key-press-event", G_CALLBACK (on_menu_key_press), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (menu, "key-release-event", G_CALLBACK (on_key_release), self,
                           G_CONNECT_SWAPPED);
}

static void
leave (DeskKeyHands *self)
{
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_weak_pointer (&self->focus);
}

static void
on_set_focus (DeskKeyHands *self, GtkWidget *focus)
{
  if (focus == self->focus)
    return;
  leave (self);
  g_set_weak_pointer (&self->focus, focus);
  if (focus == NULL)
    return;
  g_signal_connect_object (focus, "key-press-event", G_CALLBACK (on_key_press), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "key-release-event", G_CALLBACK (on_key_release), self,
                           G_CONNECT_SWAPPED);
  if (g_signal_lookup ("populate-popup", G_OBJECT_TYPE (focus)) != 0)
    g_signal_connect_object (focus, "populate-popup", G_CALLBACK (on_populate_popup), self,
                             G_CONNECT_SWAPPED);
}

void
desk_key_hands_set_scenario (DeskKeyHands *self, DeskScenario *scenario)
{
  g_return_if_fail (DESK_IS_KEY_HANDS (self));
  self->n_lines = scenario != NULL ? scenario->n_lines : 0;
  self->n_own_phrases = scenario != NULL ? scenario->n_phrases - DESK_N_BUILTIN_PHRASES : 0;
}

DeskKeyHands *
desk_key_hands_new (GtkWindow *window, DeskKeys *keys)
{
  return desk_key_hands_new_elsewhere (window, window, keys);
}

DeskKeyHands *
desk_key_hands_new_elsewhere (GtkWindow *window, GtkWindow *owner, DeskKeys *keys)
{
  DeskKeyHands *self = g_object_new (DESK_TYPE_KEY_HANDS, NULL);

  self->window = window;
  self->owner = owner;
  self->keys = g_object_ref (keys);
  g_signal_connect_object (window, "key-press-event", G_CALLBACK (on_key_press), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "key-release-event", G_CALLBACK (on_key_release), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "focus-out-event", G_CALLBACK (on_focus_out), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "set-focus", G_CALLBACK (on_set_focus), self, G_CONNECT_SWAPPED);
  return self;
}

static void
desk_key_hands_dispose (GObject *object)
{
  DeskKeyHands *self = DESK_KEY_HANDS (object);

  leave (self);
  g_clear_object (&self->keys);
  G_OBJECT_CLASS (desk_key_hands_parent_class)->dispose (object);
}

static void
desk_key_hands_class_init (DeskKeyHandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_key_hands_dispose;
}

static void
desk_key_hands_init (DeskKeyHands *self)
{
}
