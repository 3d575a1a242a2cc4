/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What is asked of a soak on the command line. */

G_BEGIN_DECLS

typedef struct {
  gboolean through_server; /* the window is heard, and a shift ends by the clock */
  int n_calls;
  int pace;
  double minutes; /* through the server: real time after which the shift is handed in */
  char *json;     /* NULL: none is written */
  char *leak;     /* what to leak on purpose, to see that it is found: "memory", "file", "thread",
                     "source"; NULL: nothing */
} SoakOptions;

G_END_DECLS
