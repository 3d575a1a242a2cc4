/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* The steps of a task that goes on for long: some on the main loop, some on a thread. */

G_BEGIN_DECLS

/* Runs `work` on a thread, with the task data and the cancellable of `task`, and then `done` on the main loop of
 * this one, whose data is `task` and whose result is a GTask too. A thread that is at work always ends, cancelled or not,
 * before `done` is told: the data is used by one at a time. */
void desk_task_step (GTask *task, GTaskThreadFunc work, GAsyncReadyCallback done);

/* Ends the task with an error; takes both. */
void desk_task_fail (GTask *task, GError *error);

G_END_DECLS
