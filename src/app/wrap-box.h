/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A row of widgets that continues in another row if it is too narrow. Spare width in a row goes to the
 * widgets that expand. */

G_BEGIN_DECLS

#define DESK_TYPE_WRAP_BOX (desk_wrap_box_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskWrapBox, desk_wrap_box, DESK, WRAP_BOX, GtkBox)

struct _DeskWrapBoxClass {
  GtkBoxClass parent_class;
};

G_END_DECLS
