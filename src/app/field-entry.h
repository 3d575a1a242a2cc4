/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/field-buffer.h"
#include "matching/phone-typing.h"

/* An entry with undo (Ctrl+Z) and redo (Ctrl+Shift+Z, Ctrl+Y) for its field buffer. It can group telephone
 * numbers while they are typed. */

G_BEGIN_DECLS

#define DESK_TYPE_FIELD_ENTRY (desk_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (DeskFieldEntry, desk_field_entry, DESK, FIELD_ENTRY, GtkEntry)

/* From now on the entry holds telephone numbers of `country`. */
void desk_field_entry_set_country (DeskFieldEntry *self, DeskCountry country);

/* Groups what stands there now. */
void desk_field_entry_regroup (DeskFieldEntry *self);

G_END_DECLS
