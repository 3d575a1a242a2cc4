/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

/* Drops the reference in the variable that `field` points to, as g_clear_object() does, and runs the object's
 * dispose first: whoever else holds it, such as its own work on a thread, tells us nothing more. */
#define desk_let_go(field)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (*(field) != NULL)                                                                          \
      g_object_run_dispose (G_OBJECT (*(field)));                                                  \
    g_clear_object (field);                                                                        \
  }                                                                                                \
  G_STMT_END
