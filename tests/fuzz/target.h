/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What a fuzz target is: one function that is given bytes and must neither crash nor take for ever,
 * whatever they are. libFuzzer's clang links it with its own main; any other compiler with replay.c,
 * which goes through the files it is named. */

/* Returns 0. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Before the first input. Returns 0. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
