/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/handing-in.h"
#include "app/store-sender.h"

/* The preferences page for the class: where finished sessions are handed in and delivered. */

G_BEGIN_DECLS

/* (transfer floating) */
GtkWidget *
desk_class_page_new (GSettings *settings, DeskHandingIn *handing_in, DeskStoreSender *sender);

G_END_DECLS
