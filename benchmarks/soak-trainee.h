/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/window.h"
#include "engine/autopilot.h"

/* A built-in trainee at the real window: what it decides it does by the window's actions, the search of the
 * directory and the fields of the pad, as keys and mouse would. */

G_BEGIN_DECLS

typedef struct _SoakTrainee SoakTrainee;

/* Works the shift that `window` has just begun, whose time passes `pace` times as fast as real time, until
 * soak_trainee_free(), which comes before the shift's end is shown. */
SoakTrainee *soak_trainee_new (DeskWindow *window, DeskTrainee manner, guint pace);
void soak_trainee_free (SoakTrainee *self);

/* What it did so far, and how much of that the session would not have. */
typedef struct {
  guint n_commands;
  guint n_rejected;
  guint n_events;
  guint n_drafts;
  guint n_messages;
  guint n_searches; /* of the directory */
  guint n_lists;    /* times the list of all slips was opened */
  guint n_ended;    /* calls */
  double lists_ms;  /* what opening that list took at most */
} SoakWork;

const SoakWork *soak_trainee_get_work (const SoakTrainee *self);

/* The first widget of `type` below `root`; ends the program when there is none. */
gpointer soak_find (gpointer root, GType type);

G_END_DECLS
