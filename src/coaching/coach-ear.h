/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "coaching/coach-notes.h"

/* What an attentive trainee can know of a caller by now, from replies that were heard to their end. */

G_BEGIN_DECLS

/* Whether the caller has said their name, their number, their organisation. */
gboolean
desk_ear_knows_name (const DeskCallNotes *notes, const DeskCall *call, const char *language);
gboolean desk_ear_knows_phone (const DeskCallNotes *notes,
                               const DeskScenario *scenario,
                               const DeskCall *call);
gboolean desk_ear_knows_organisation (const DeskCallNotes *notes,
                                      const DeskCall *call,
                                      const char *language);

/* Whether the caller has said fact number `n` of those expected. */
gboolean desk_ear_knows_fact (const DeskCallNotes *notes,
                              const DeskCall *call,
                              guint n,
                              const char *language);

/* Whether the caller has named `person`, or their department or title. */
gboolean desk_ear_knows_person (const DeskCallNotes *notes, const DeskPerson *person);

G_END_DECLS
