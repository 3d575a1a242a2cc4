/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/class-saver.h"

/* Prints a class as it is shown, in landscape. */

G_BEGIN_DECLS

void desk_class_print (DeskClassSnapshot *snapshot,
                       GtkWindow *parent,
                       DeskClassReportDone done,
                       gpointer data);

G_END_DECLS
