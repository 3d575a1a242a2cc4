/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/plan.h"
#include "engine/session.h"

/* The built-in trainees, who work a shift in virtual time. */

G_BEGIN_DECLS

typedef enum {
  DESK_TRAINEE_IDEAL,   /* hears every reply out, loses no time, makes no mistake */
  DESK_TRAINEE_STEADY,  /* careful, at a human pace */
  DESK_TRAINEE_HURRIED, /* quick, skips courtesies and slips on digits */
  DESK_TRAINEE_ABSENT,  /* nobody is there */
} DeskTrainee;

const char *desk_trainee_name (DeskTrainee trainee);
gboolean desk_trainee_from_name (const char *name, DeskTrainee *trainee);

/* What that trainee leaves out and how long they take. Static storage. */
const DeskManner *desk_trainee_manner (DeskTrainee trainee);

typedef struct _DeskAutopilot DeskAutopilot;

/* `seed` varies the pace of the steady and the hurried trainee. Follows `session`, which must have no other
 * follower; it may start afterwards. */
DeskAutopilot *desk_autopilot_new (DeskTrainee trainee, DeskSession *session, gint64 seed);
void desk_autopilot_free (DeskAutopilot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAutopilot, desk_autopilot_free)

/* For the soak benchmark, which works a shift in real time: chooses the next command, and when it is due, which
 * may be in the past. FALSE: there is none until something else happens. What `command` points at is borrowed
 * from `self` until the session goes on. */
gboolean desk_autopilot_choose (DeskAutopilot *self, DeskCommand *command, gint64 *at_ms);

/* The command just chosen is given now. Call it before the session gets it. */
void desk_autopilot_take (DeskAutopilot *self, gint64 now_ms);

/* Works a started session to its end, jumping from deadline to deadline. */
void desk_autopilot_run (DeskAutopilot *self);

G_END_DECLS
