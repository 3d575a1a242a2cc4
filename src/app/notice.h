/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A strip for brief messages. Its room is reserved while it is empty and does not depend on the text, so
 * that it covers nothing and moves nothing. It is silent. */

G_BEGIN_DECLS

#define DESK_TYPE_NOTICE (desk_notice_get_type ())
G_DECLARE_FINAL_TYPE (DeskNotice, desk_notice, DESK, NOTICE, GtkBox)

/* Shows `words` for some seconds, replacing what is shown. What does not fit is in the tooltip. */
void desk_notice_show (DeskNotice *self, const char *words);

/* The same with the reason why something could not be done. That is of no interest any more once something else was:
 * it is dropped then, unless something else is shown already. */
void desk_notice_show_refusal (DeskNotice *self, const char *words);
void desk_notice_drop_refusal (DeskNotice *self);

/* What is shown; NULL: nothing. Borrowed. */
const char *desk_notice_get_shown (DeskNotice *self);

/* Takes away what is shown. */
void desk_notice_hide (DeskNotice *self);

G_END_DECLS
