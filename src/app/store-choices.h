/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/store-sender.h"

/* The preferences for a learning record store: folded until somebody wants them. */

G_BEGIN_DECLS

/* (transfer floating) */
GtkWidget *desk_store_choices_new (GSettings *settings, DeskStoreSender *sender);

G_END_DECLS
