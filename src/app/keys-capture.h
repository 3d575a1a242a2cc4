/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"

/* Asks for an action's new key by letting the user press it. */

G_BEGIN_DECLS

#define DESK_TYPE_KEYS_CAPTURE (desk_keys_capture_get_type ())
G_DECLARE_FINAL_TYPE (DeskKeysCapture, desk_keys_capture, DESK, KEYS_CAPTURE, GtkDialog)

/* Responds GTK_RESPONSE_ACCEPT when a key was pressed that the action may have; taking it from another
 * action must be confirmed first. Modal; not shown yet. */
GtkWidget *desk_keys_capture_new (GtkWindow *parent, DeskKeys *keys, const DeskKeyAction *action);

/* What was pressed; zero before that. */
DeskKeyStroke desk_keys_capture_get_stroke (DeskKeysCapture *self);

G_END_DECLS
