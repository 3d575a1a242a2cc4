/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "classroom/school.h"

/* How the user wants the window: the schema org.frontdesk.Frontdesk. */

G_BEGIN_DECLS

/* The settings are the desktop's, or in the file settings.ini of the user's own folder where there is
 * no service that would keep them. NULL, with a G_IO_ERROR, where the program was installed without
 * its schema. (transfer full) */
GSettings *desk_settings_new (GError **error);

/* Where finished sessions of this user are handed in: what the school says counts before what the user does. NULL:
 * nowhere. (transfer full) */
char *desk_settings_find_class_folder (const DeskSchool *school);

/* The same in a sentence for whoever looks for a trainee's data, with the learning record store where one is set; NULL:
 * neither is. (transfer full) */
char *desk_settings_describe_handing_in (void);

G_END_DECLS
