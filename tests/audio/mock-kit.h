/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* RealtimeKit as a test wants it, on a bus of its own, which this process and its children take for the
 * system's. It runs in a thread. */

typedef enum {
  MOCK_KIT_GRANTS, /* for those whose limit is low enough, as the real one does; needs to be root */
  MOCK_KIT_LIES,   /* says that it does, and does nothing */
  MOCK_KIT_REFUSES,
  MOCK_KIT_HANGS, /* answers nothing */
} MockKitManner;

#define MOCK_KIT_MOST_PRIORITY 4
#define MOCK_KIT_LIMIT_US 200000

typedef struct _MockKit MockKit;

MockKit *mock_kit_new (MockKitManner manner);

/* Of those that were asked for in the class. */
guint mock_kit_get_n_asked (MockKit *self);
void mock_kit_free (MockKit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MockKit, mock_kit_free)
