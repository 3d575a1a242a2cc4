/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/appearance.h"
#include "app/console-page.h"
#include "app/window-keys.h"

/* A guided shift in a window of its own, with the keys of the program. */

G_BEGIN_DECLS

typedef struct {
  DeskScenario *scenario; /* owned, as below */
  GSettings *settings;
  DeskAppearance *appearance;
  DeskWindowKeys *keys;
  DeskShift *shift;
  GtkWidget *window; /* shown */
  DeskConsolePage *page;
} CoachedDesk;

/* `application` is registered. */
void coached_desk_init (CoachedDesk *self,
                        GtkApplication *application,
                        DeskScenario *scenario,
                        DeskMode mode);
void coached_desk_clear (CoachedDesk *self);

G_END_DECLS
