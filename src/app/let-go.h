/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

/* Like g_clear_object(), but runs the object's dispose first: whoever else holds it, such as its own work
 * on a thread, no longer calls us. */
#define desk_let_go(field)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (*(field) != NULL)                                                                          \
      g_object_run_dispose (G_OBJECT (*(field)));                                                  \
    g_clear_object (field);                                                                        \
  }                                                                                                \
  G_STMT_END
