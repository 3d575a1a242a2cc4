/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-folder.h"
#include "classroom/class-view.h"

/* A class on a terminal, in the user's language. (transfer full) */

G_BEGIN_DECLS

char *desk_class_to_text (const DeskClassFolder *folder, const DeskClassView *view);

G_END_DECLS
