/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/library-model.h"
#include "app/summary-page.h"
#include "scenario/library-entry.h"

/* What to work after an introduction. */

G_BEGIN_DECLS

/* The easiest scenario of `entries` (of DeskLibraryEntry) in the language of `after`, above its level and
 * no exam; NULL: there is none. Borrowed. */
DeskLibraryEntry *desk_next_scenario_choose (const GPtrArray *entries, const DeskScenario *after);

/* Where `page` is of an introduction (`after`; NULL: of nothing), looks through what `library` has read and
 * offers what was found on it: at once, or when the library has been read. */
void desk_next_scenario_seek (DeskSummaryPage *page,
                              const DeskScenario *after,
                              DeskLibraryModel *library);

G_END_DECLS
