/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Words that are shown in passing, over what lies below. It speaks to nobody. */

G_BEGIN_DECLS

#define DESK_TYPE_NOTICE (desk_notice_get_type ())
G_DECLARE_FINAL_TYPE (DeskNotice, desk_notice, DESK, NOTICE, GtkRevealer)

/* Shows `words` for some seconds, instead of what is shown. */
void desk_notice_show (DeskNotice *self, const char *words);

/* Takes away what is shown. */
void desk_notice_hide (DeskNotice *self);

G_END_DECLS
