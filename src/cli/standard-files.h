/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Standard input and output as a caller may have left them: closed, full, or gone. */

G_BEGIN_DECLS

/* Called first thing: a program that ends without having written all it printed ends with 3. */
void desk_standard_files_guard (void);

G_END_DECLS
