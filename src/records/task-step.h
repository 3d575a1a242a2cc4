/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Steps of a long task: some on the main loop, some on a thread. */

G_BEGIN_DECLS

/* Runs `work` on a thread, with the task data and the cancellable of `task`, and then `done` on the main
 * loop of this one; its data is `task` and its result is a GTask too. `work` always ends before `done` is
 * called, cancelled or not, so only one of them uses the data at a time. */
void desk_task_step (GTask *task, GTaskThreadFunc work, GAsyncReadyCallback done);

/* Ends the task with an error. Takes ownership of both. */
void desk_task_fail (GTask *task, GError *error);

G_END_DECLS
