/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Every action of the window that has a key, with its default keys. DeskKeys has what the user changed. To
 * give a new action a key, add a line here. */

G_BEGIN_DECLS

typedef enum {
  DESK_KEY_GROUP_CALL,
  DESK_KEY_GROUP_MESSAGE,
  DESK_KEY_GROUP_SHIFT,
  DESK_KEY_GROUP_PHRASES,
  DESK_KEY_GROUP_OWN_PHRASES,
  DESK_KEY_GROUP_LINES,
} DeskKeyGroup;

/* How many lines and phrases of a scenario's own have a key each. */
#define DESK_N_LINE_KEYS 24
#define DESK_N_OWN_PHRASE_KEYS 40

/* How many keys an action may have. */
#define DESK_MAX_KEYS 3

typedef struct {
  const char *id; /* "hold", "line-1", "greet", "own-1": what the settings call it */
  DeskKeyGroup group;
  const char *label; /* msgid; holds one %u where `number` is not 0 */
  guint number;
  const char *action;                  /* detailed: "desk.hold", "desk.line(uint32 1)" */
  const char *keys[DESK_MAX_KEYS + 1]; /* accelerators, ends with NULL; the first is shown */
} DeskKeyAction;

/* All of them, group by group, in the order in which people are shown them. What they hold is kept by
 * the array. (transfer full) (element-type DeskKeyAction) */
GPtrArray *desk_key_table_new (void);

/* "Line 3", in the user's language. (transfer full) */
char *desk_key_action_label (const DeskKeyAction *action);

/* "Lines", in the user's language. */
const char *desk_key_group_label (DeskKeyGroup group);

G_END_DECLS
